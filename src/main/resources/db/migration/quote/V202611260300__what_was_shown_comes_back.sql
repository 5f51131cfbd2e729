-- What the resident was shown that comes back of a stage when they called it off: a call-off that is tried again later, when
-- more would be kept, gives back no less.
alter table quote.stage add column shown_minor bigint check (shown_minor between 0 and amount_minor);
