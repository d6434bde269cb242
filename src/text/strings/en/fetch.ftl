# Fetching tables from the servers that publish them.

fetch-cancelled = Cancelled. What had already come is kept.
fetch-no-name = I cannot find { $host }.
fetch-nobody-there = Nobody answers at { $host }.
fetch-slow = { $host } did not answer in time.
fetch-certificate = { $host } showed a certificate that this computer does not trust: { $words }
fetch-too-large = The answer from { $host } is larger than { $most } MB, the most I take at once.
fetch-redirects = { $host } sends me round between addresses without an end.
fetch-cut = The answer from { $host } ended in the middle.
fetch-proxy = The proxy does not let the question through: { $words }
fetch-other = { $host } could not be asked: { $words }
fetch-refused = { $host } said no ({ $status }): "{ $words }"
fetch-refused-silently = { $host } said no ({ $status }), without saying why.
fetch-too-often = { $host } wants to be asked less often.
fetch-too-often-until = { $host } wants to be asked less often, and asks for a pause of { $seconds } seconds.
fetch-not-figures = { $host } sent something else than figures: "{ $words }"
fetch-elsewhere = { $host } sends me on to another server, { $to }. I do not go there by myself.
fetch-not-kept = This has not been fetched before: { $address }
fetch-join-nothing = No figures came.
fetch-join-other = The parts of the answer have different variables and cannot be put together.
fetch-join-changed = The table was changed while it was fetched ({ $about }).
fetch-hint-network = Are you online? With --offline I read what was fetched before.
fetch-hint-certificate = It may be your organisation inspecting its traffic. Ask IT to put its certificate among those of the computer; I trust the same ones as the computer does.
fetch-hint-proxy = The proxy is given in HTTPS_PROXY, for example http://proxy.example.org:8080.
fetch-hint-narrow = Choose fewer years or fewer values.
fetch-hint-again = Try again in a while. What has come already is not fetched once more.
fetch-hint-not-found = Is the name right? Search, for example with `samtal fetch scb search safety`.
fetch-hint-page = The address may be a page for browsers, or the network shows a login page of its own.
fetch-hint-online = Fetch it once without --offline.
fetch-no-variable = The table has no variable "{ $said }". It has { $known }.
fetch-no-value = { $variable } has no value "{ $said }". There are { $near }.
fetch-no-place = { $name } is not in the table.
fetch-no-years = The table has no years to choose from.
fetch-not-those-years = The table has no such years. It has { $known }.
fetch-unlisted = { $variable } has more values than the server lists. Say which ones, with --where.
fetch-too-much = It would take { $pieces } questions. Choose fewer years or fewer values.
fetch-starter-source = Kolada, indicator { $kpis }, fetched { $day }
fetch-women = women
fetch-men = men

## The command

cli-fetch-about = Fetch tables from those who publish them: SCB, other PxWeb, Kolada
cli-fetch-scb-about = SCB: search for a table, see what it has, fetch figures of it
cli-fetch-pxweb-about = Another server with PxWeb, such as that of the Public Health Agency
cli-fetch-kolada-about = Kolada: search for indicators, fetch them for a municipality
cli-fetch-starter-about = Indicators on children and the young as ready charts of a session
cli-fetch-scb-arg-words = A table (TAB6471), or search and words to search for
cli-fetch-pxweb-arg-words = A table or level, or search and words to search for
cli-fetch-pxweb-arg-url = The address of the server, with version and language as it has them
cli-fetch-kolada-arg-words = Indicators (N15428), or search and words to search for
cli-fetch-arg-where = Only these values: "sex=girls,boys", "age=13-15". May be said several times
cli-fetch-arg-years = Which years: 2015-2024, 2020-, 2019,2022
cli-fetch-arg-municipality = Name or code of the municipality
cli-fetch-scb-arg-municipality = Name or code of the municipality; several with commas between
cli-fetch-pxweb-arg-municipality = Name or code of the municipality; several with commas between
cli-fetch-kolada-arg-municipality = Name or code of the municipality; several with commas between, Riket for all of Sweden
cli-fetch-arg-all = The whole table, without choosing
cli-fetch-arg-output = Write it to a file
cli-fetch-arg-chart = Draw it as a chart
cli-fetch-arg-session = Put it as a chart into a session that has not begun
cli-fetch-starter-arg-session = Put the charts into this session (else into a new one)
cli-fetch-starter-arg-theme = Theme: young, school, leisure, home or small
cli-fetch-arg-offline = Ask nobody: read what was fetched before
cli-fetch-arg-fresh = Ask even if the answer has been fetched already
cli-fetch-arg-server = Another address of the same service, if it has moved

fetch-asking = Asking { $host } … (Ctrl+C cancels)
fetch-waiting = { $host } wants { $seconds } s of peace … (Ctrl+C cancels)
fetch-of = { $done } of { $all }
fetch-no-address = "{ $said }" is no address of a server.
fetch-no-address-hint = An address is for example https://api.scb.se/OV0104/v1/doris/sv/ssd, without name and password.
fetch-no-municipality = I know no municipality called "{ $said }".
fetch-near = Do you mean { $names }?
fetch-years = "{ $said }" is no years that I understand. Say 2015-2024, 2020- or 2019,2022.
fetch-where = "{ $said }" is no choice. Say variable=value, for example sex=girls.
fetch-no-kpi = "{ $said }" is no indicator. They have a letter and five digits, as N15428.
fetch-no-kpi-hint = Search with `samtal fetch kolada search trygg`.
fetch-which-municipality = Say which municipality: --municipality Haninge
fetch-no-theme = There is no theme "{ $said }". There are { $names }.
fetch-found-nothing = Nothing found. Try a shorter word.
fetch-found = { $count ->
    [one] One found.
   *[other] { $count } found.
}
fetch-found-kpis = { $count ->
    [one] One indicator.
   *[other] { $count } indicators.
}
fetch-found-more = The first { $shown } of { $all }. Search for more words to get fewer.
fetch-look = See what one of them has: { $command } NAME
fetch-look-kpi = Fetch: samtal fetch kolada { $id } --municipality Haninge --chart
fetch-values = { $count ->
    [one] one value
   *[other] { $count } values
}
fetch-values-unknown = more values than the server lists
fetch-may-go = . Left out: all together
fetch-choose = Choose, for example { $example } --chart. Or --all for everything.
fetch-came = { $source }. { $count ->
    [one] One value
   *[other] { $shown } values
}, { $pieces ->
    [one] in one answer
   *[other] in { $pieces } answers
}.
fetch-age = { $days ->
    [0] Fetched today at { $time }.
    [1] Fetched yesterday ({ $day } { $time }).
   *[other] Fetched { $days } days ago ({ $day } { $time }).
}
fetch-lies = It lies in { $path }
fetch-next = See what it has: samtal data { $path }
fetch-no-chart = No chart can be made of this table without choosing.
fetch-cited = { $source }, fetched { $day }
fetch-began = The session has begun. Charts are added before.
fetch-full = The session has no room for more charts.
fetch-added = Added to { $path }
fetch-many = That makes { $count } charts. A dialogue has time for { $most } at most.
fetch-starter-none = No figures for { $name }: { $title }
fetch-starter-made = A new session: { $path }
