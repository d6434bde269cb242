# The store floor, in Swedish.

# What was tried, where, and why it did not work: one sentence.
store-read = Det går inte att läsa { $path }: { $why }.
store-write = Det går inte att skriva { $path }: { $why }.
store-sync = Det går inte att spara { $path } säkert: { $why }.
store-create = Det går inte att skapa { $path }: { $why }.
store-rename = Det går inte att lägga { $path } på plats: { $why }.
store-remove = Det går inte att ta bort { $path }: { $why }.
store-list = Det går inte att se vad som finns i mappen { $path }: { $why }.
store-lock = Det går inte att låsa { $path }: { $why }.
store-held = Ett annat program har samtalet öppet ({ $path }).
store-held-by = Ett annat program har samtalet öppet (process { $pid }, { $path }).

store-why-missing = det finns inte
store-why-exists = något med det namnet finns redan
store-why-denied = du har inte rätt till det
store-why-read-only = det går bara att läsa där
store-why-full = disken är full
store-why-too-large = det är mer än { $limit } byte
store-why-not-text = det är inte text i UTF-8 från byte { $at }
store-why-other = systemet säger ”{ $words }”

# What to do about it.
store-hint-missing = Se efter hur namnet stavas, eller vad som finns: samtal lista
store-hint-denied = Ändra rättigheterna, eller välj en annan plats med --home MAPP.
store-hint-read-only = Välj en annan plats med --home MAPP.
store-hint-full = Gör plats och försök igen. Det du skrev finns kvar här.
store-hint-held = Fortsätt i fönstret där samtalet är öppet, eller avsluta det först.
store-hint-not-text = Spara filen som UTF-8 i din editor.

# What happened to a session's files, said once when it is opened.
store-edited = { $changes ->
    [0] Filen är ändrad för hand, men den säger samma sak som förut. Som den var: { $kept }
    [one] Filen är ändrad för hand: en ändring är med nu, u tar tillbaka den. Som den var: { $kept }
   *[other] Filen är ändrad för hand: { $changes } ändringar är med nu, u tar tillbaka dem en i taget. Som den var: { $kept }
}
store-edited-left = { $count ->
    [one] En ändring är inte med: det som har hänt står kvar som det hände.
   *[other] { $count } ändringar är inte med: det som har hänt står kvar som det hände.
}
store-damaged = Filen gick inte att läsa och är skriven på nytt från loggen. Som den var: { $kept }
store-missing = Filen var borta och är skriven på nytt från loggen.
store-elsewhere = Filen kommer från en annan dator och är den nya grunden här. Ångra når inte längre bak än så.
store-copied = Det här är en kopia av { $of }, som finns kvar. Den har fått ett eget namn.
store-moved = Filen är flyttad hit från { $from }.
store-made = Ett nytt samtal är skapat: { $to }
store-log-damaged = Loggen är skadad från byte { $byte } (rad { $line }). { $missing ->
    [0] Det som är helt är kvar.
    [one] En rad i loggen saknas, det som är helt är kvar.
   *[other] { $missing } rader i loggen saknas, det som är helt är kvar.
} Som den var: { $kept }
store-ground-lost = Loggens grund är borta. Samtalet går vidare från filen och från det som kom efter den.
store-not-written = Allt finns säkert i loggen.
store-unread = { $chart } har inga värden: { $why } Ett nytt försök görs när ett moment börjar.
store-unread-kept = { $chart } visar de värden som lästes förut: { $why }
store-newer = { $count ->
    [one] En rad i loggen kommer från en nyare version av samtal. Den finns kvar men visas inte.
   *[other] { $count } rader i loggen kommer från en nyare version av samtal. De finns kvar men visas inte.
}

# Names of sessions.
store-no-such = Inget samtal heter ”{ $name }”.
store-no-such-template = Ingen mall heter ”{ $name }”.
store-ambiguous = ”{ $name }” kan vara flera: { $found }.
store-no-session = Det finns inget samtal än.
store-hint-list = Se vad som finns: samtal lista
store-hint-templates = Se vad som finns: samtal mallar
store-hint-new = Gör ett: samtal ny. Eller se dig om: samtal demo
store-hint-ambiguous = Skriv lite mer av namnet.
