### The matter: opening it, changing it and showing it, in English.

error-window-half = Write both when proposals start to be taken and when the time ends, or neither of the days.
error-time-skipped = The time { $time } does not exist on { $day }, when summer time begins. Choose another time.
error-dnr-unreadable = Write the registration number (dnr) as the diary has it, for example KS 2025/39. Leave it empty if there is none yet.
error-matter-decided = The matter { $body } { $year } is decided and cannot be changed.
error-matter-changed = Somebody else has changed the matter since you opened the form. What you wrote is kept below.
