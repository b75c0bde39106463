-- One database and one role per service; a role is refused by every other database. Passwords are variables of psql.
CREATE ROLE plenum_congress LOGIN PASSWORD :'congress_password';
CREATE DATABASE plenum_congress OWNER plenum_congress;
REVOKE ALL ON DATABASE plenum_congress FROM PUBLIC;

CREATE ROLE plenum_proposals LOGIN PASSWORD :'proposals_password';
CREATE DATABASE plenum_proposals OWNER plenum_proposals;
REVOKE ALL ON DATABASE plenum_proposals FROM PUBLIC;

CREATE ROLE plenum_ballot LOGIN PASSWORD :'ballot_password';
CREATE DATABASE plenum_ballot OWNER plenum_ballot;
REVOKE ALL ON DATABASE plenum_ballot FROM PUBLIC;
-- Asked for after an opening, so that old pages of the log are used again soon.
GRANT pg_checkpoint TO plenum_ballot;

CREATE ROLE plenum_notifier LOGIN PASSWORD :'notifier_password';
CREATE DATABASE plenum_notifier OWNER plenum_notifier;
REVOKE ALL ON DATABASE plenum_notifier FROM PUBLIC;

REVOKE CONNECT, TEMPORARY ON DATABASE postgres, template1 FROM PUBLIC;
