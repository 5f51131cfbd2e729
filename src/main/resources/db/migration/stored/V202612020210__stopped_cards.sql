-- A card whose price the bank takes back is stopped: nobody pays with it until that is decided, and never if it is lost.
alter table stored.card drop constraint card_state_check;
alter table stored.card add constraint card_state_check check (state in ('ACTIVE', 'STOPPED', 'VOID', 'EXPIRED'));
