# Preparing.

prepare-heading = Prepare
prepare-clock = { $n } of { $of } min
prepare-clock-over = past the hour, that is enough
prepare-enough = That is good enough. You can begin.
prepare-enough-with =
    That is good enough. You can begin. { $people ->
        [one] 1 perspective
       *[other] { $people } perspectives
    }, { $charts ->
        [one] 1 chart
       *[other] { $charts } charts
    }, { $minutes } minutes.
prepare-goes-on = The dialogue is running. Back to it.
prepare-key-writes = write
prepare-arrows = The arrows ← → choose.

prepare-step-theme = 1 Theme and goal
prepare-step-people = 2 Participants
prepare-step-charts = 3 Data
prepare-step-support = 4 Support the talk
prepare-step-booking = 5 Book it
prepare-step-held = 6 Online or in a room
prepare-step-agenda = The agenda

prepare-people =
    { $n ->
        [0] none yet
        [one] 1 perspective
       *[other] { $n } perspectives
    }
prepare-charts =
    { $n ->
        [0] none yet
        [one] 1 chart
       *[other] { $n } charts
    }
prepare-principles =
    { $n ->
        [one] 1 principle
       *[other] { $n } principles
    }
prepare-before = { $minutes } min the last { $n } times. Enter takes that.
prepare-before-near = { $minutes } min the last { $n } times. Enter takes { $wish } min.
prepare-agenda =
    { $n ->
        [one] 1 stage
       *[other] { $n } stages
    }, { $least }–{ $most } min
prepare-minutes = { $n } min
prepare-minutes-between = { $min }–{ $max } min

prepare-title-row = Title
prepare-theme = Theme
prepare-goal = Goal
prepare-purpose = Purpose
prepare-why-now = Why now
prepare-word-theme = Theme and goal decide who should be there. The arrows suggest some.
prepare-theme-promotion = What makes young people feel well?
prepare-theme-leisure = Young people’s free time
prepare-theme-attendance = Being at school and feeling well
prepare-goal-learn = To learn from each other
prepare-goal-picture = A shared picture of how things are
prepare-goal-ideas = Ideas, and what we can do together
prepare-why-outcome = There is something we want to change.
prepare-why-mission = Our task is new, or has changed.
prepare-why-happened = Something has happened.
prepare-why-wider = We want to see more than each of us does alone.

prepare-word-few = Invite a couple of perspectives at least. One on each row.
prepare-word-people = Think broadly. If in doubt, start small: there will be more talks.
prepare-word-ten = Ten is many for a first time. Under ten it is easier to talk.
prepare-word-many = More than ten tends to sprawl. Two talks, perhaps?

prepare-new-chart = new
prepare-word-charts = What lies at hand is enough. One short sentence for each chart.
prepare-word-ten-charts = That will do now. Nobody can take in more than twelve.
prepare-word-many-charts = Nobody can take in more than twelve. Which of them can wait?

prepare-principle = Principles
prepare-word-silence = Silence is fine. Count to ten, then ask: What more do we see?
prepare-word-answers = You do not need the answers. The questions make the talk.

prepare-start = Starts
prepare-length = Length
prepare-series = Series
prepare-word-booking = Book in good time. If in doubt, book 90 minutes and end early.
prepare-word-long = Over 90 minutes is long. Two talks some days apart work better.
prepare-word-began = The dialogue has begun. e moves the end.

prepare-held = How
prepare-online = online
prepare-in-room = in a room
prepare-word-held = That you meet matters more than how.
prepare-word-online = Say who shares a screen, and stop sharing when the talk begins.
prepare-word-in-room = Place the chairs so that everybody sees each other. Print the charts, or show them on a wall.

prepare-stage-name = Name
prepare-stage-minutes = Minutes
prepare-stage-ask = Ask
prepare-stage-say = Say
prepare-stage-follow-up = Support
prepare-word-fits = It fits into { $slot } minutes.
prepare-word-spare = { $n } min are left over. That is good to have.
prepare-word-too-long = The stages take { $least } min at least, and there are { $slot }. Shorten one, or book longer.
prepare-has-been = That stage has been already.
prepare-no-title = It needs a name.
prepare-start-wrong = Write a day and a time, as 24/11 9:00, tue 9 or tomorrow 13.
prepare-length-wrong = Write minutes, from 15 to 600.
prepare-minutes-wrong = Write minutes: 20, or least, wished and most as 10-20-25.

prepare-hint-person = perspective, organisation, name. The first is enough.
prepare-hint-start = 24/11 9:00, tue 9 or tomorrow 13. Empty: when you begin.
prepare-hint-minutes = 20, or least, wished and most: 10-20-25
prepare-hint-chart = One sentence to say aloud when the chart is shown.
prepare-hint-length = Minutes. 75 to 90 is about right.
prepare-hint-series = Talks with one name belong together, and next steps follow along.
