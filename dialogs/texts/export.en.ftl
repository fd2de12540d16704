### Words of an export, in English.

column-body = Committee
column-kind = Kind
column-years = Years
column-status = Status
column-number = Number
column-code = Code
column-text = Wording
column-under = Under
column-page = Page
column-line = Line
column-by-hand = Corrected by hand
column-document = Document
column-digest = Digest (SHA-256)
column-base = Based on
column-dnr = Registration number
column-date = Date of decision
column-paragraph = Paragraph
export-goal = goal
export-subgoal = sub-goal
export-goals = Goals
export-subgoals = Sub-goals
export-goals-and-subgoals = Goals and sub-goals
export-strategies = Political strategies
export-yes = yes
