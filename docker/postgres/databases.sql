-- One database and two roles per service: its own, and the one that owns the tables, which only migrations use. Both are refused by every other database.
-- Passwords are variables of psql.
CREATE ROLE plenum_congress LOGIN PASSWORD :'congress_password';
CREATE ROLE plenum_congress_owner LOGIN PASSWORD :'congress_owner_password';
CREATE DATABASE plenum_congress OWNER plenum_congress_owner;
REVOKE ALL ON DATABASE plenum_congress FROM PUBLIC;
GRANT CONNECT ON DATABASE plenum_congress TO plenum_congress;

CREATE ROLE plenum_proposals LOGIN PASSWORD :'proposals_password';
CREATE ROLE plenum_proposals_owner LOGIN PASSWORD :'proposals_owner_password';
CREATE DATABASE plenum_proposals OWNER plenum_proposals_owner;
REVOKE ALL ON DATABASE plenum_proposals FROM PUBLIC;
GRANT CONNECT ON DATABASE plenum_proposals TO plenum_proposals;

CREATE ROLE plenum_ballot LOGIN PASSWORD :'ballot_password';
CREATE ROLE plenum_ballot_owner LOGIN PASSWORD :'ballot_owner_password';
CREATE DATABASE plenum_ballot OWNER plenum_ballot_owner;
REVOKE ALL ON DATABASE plenum_ballot FROM PUBLIC;
GRANT CONNECT ON DATABASE plenum_ballot TO plenum_ballot;
-- Asked for after an opening, so that old pages of the log are used again soon.
GRANT pg_checkpoint TO plenum_ballot;

CREATE ROLE plenum_notifier LOGIN PASSWORD :'notifier_password';
CREATE ROLE plenum_notifier_owner LOGIN PASSWORD :'notifier_owner_password';
CREATE DATABASE plenum_notifier OWNER plenum_notifier_owner;
REVOKE ALL ON DATABASE plenum_notifier FROM PUBLIC;
GRANT CONNECT ON DATABASE plenum_notifier TO plenum_notifier;

REVOKE CONNECT, TEMPORARY ON DATABASE postgres, template1 FROM PUBLIC;
