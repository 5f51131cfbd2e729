-- When somebody was told that a card runs out: once, however long that takes.
alter table stored.card add column ending_told_at timestamptz;
create index cards_to_tell_of on stored.card (expires_at)
    where state = 'ACTIVE' and expires_at is not null and ending_told_at is null;
