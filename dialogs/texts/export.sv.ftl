### Ord i en export, på svenska.

column-body = Nämnd
column-kind = Slag
column-years = År
column-status = Status
column-number = Nummer
column-code = Kod
column-text = Lydelse
column-under = Under
column-page = Sida
column-line = Rad
column-by-hand = Rättad för hand
column-document = Dokument
column-digest = Kontrollsumma (SHA-256)
column-base = Utgår från
column-dnr = Diarienummer
column-date = Beslutsdatum
column-paragraph = Paragraf
export-goal = mål
export-subgoal = delmål
export-goals = Mål
export-subgoals = Delmål
export-goals-and-subgoals = Mål och delmål
export-strategies = Politiska strategier
export-yes = ja
