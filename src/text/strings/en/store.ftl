# The store floor, in English.

# What was tried, where, and why it did not work: one sentence.
store-read = { $path } cannot be read: { $why }.
store-write = { $path } cannot be written: { $why }.
store-sync = { $path } cannot be saved for sure: { $why }.
store-create = { $path } cannot be made: { $why }.
store-rename = { $path } cannot be put in its place: { $why }.
store-remove = { $path } cannot be removed: { $why }.
store-list = The folder { $path } cannot be listed: { $why }.
store-lock = { $path } cannot be locked: { $why }.
store-held = Another program holds this session ({ $path }).
store-held-by = Another program holds this session (process { $pid }, { $path }).

store-why-missing = it is not there
store-why-exists = something of that name is there already
store-why-denied = you are not allowed to
store-why-read-only = it is read-only
store-why-full = the disk is full
store-why-too-large = it has more than { $limit } bytes
store-why-not-text = it is not text in UTF-8 from byte { $at } on
store-why-other = the system says "{ $words }"

# What to do about it.
store-hint-missing = Check the name, or see what there is: samtal list
store-hint-denied = Change the permissions, or choose another place with --home FOLDER.
store-hint-read-only = Choose another place with --home FOLDER.
store-hint-full = Make some room and try again. What you wrote is still here.
store-hint-held = Go on in the window where the session is open, or end that one first.
store-hint-not-text = Save the file as UTF-8 in your editor.

# What happened to a session's files, said once when it is opened.
store-edited = { $changes ->
    [0] The file was changed by hand, but it says the same as before. As found: { $kept }
    [one] The file was changed by hand: one change was taken in, u takes it back. As found: { $kept }
   *[other] The file was changed by hand: { $changes } changes were taken in, u takes them back one by one. As found: { $kept }
}
store-edited-left = { $count ->
    [one] One change was not taken in: what happened stays as it happened.
   *[other] { $count } changes were not taken in: what happened stays as it happened.
}
store-damaged = The file could not be read and was written anew from the log. As found: { $kept }
store-missing = The file was gone and was written anew from the log.
store-elsewhere = The file comes from another machine and is the new ground here. Undo does not reach behind it.
store-copied = This is a copy of { $of }, which is still there. It has got a name of its own.
store-moved = The file was moved here from { $from }.
store-made = A new session was made: { $to }
store-log-damaged = The log is damaged from byte { $byte } on (line { $line }). { $missing ->
    [0] What validates is kept.
    [one] One entry is missing, what validates is kept.
   *[other] { $missing } entries are missing, what validates is kept.
} As found: { $kept }
store-ground-lost = The ground of the log was lost. The session goes on from the file and from what came after it.
store-not-written = Everything is safe in the log.
store-unread = { $chart } has no values: { $why } It is tried again when a stage begins.
store-unread-kept = { $chart } shows the values read before: { $why }
store-newer = { $count ->
    [one] One entry comes from a newer version of samtal. It is kept and not shown.
   *[other] { $count } entries come from a newer version of samtal. They are kept and not shown.
}

# Names of sessions.
store-no-such = No session is called "{ $name }".
store-no-such-template = No template is called "{ $name }".
store-ambiguous = "{ $name }" can be several: { $found }.
store-no-session = There is no session yet.
store-hint-list = See what there is: samtal list
store-hint-templates = See what there is: samtal templates
store-hint-new = Make one: samtal new. Or look around: samtal demo
store-hint-ambiguous = Write a little more of the name.
