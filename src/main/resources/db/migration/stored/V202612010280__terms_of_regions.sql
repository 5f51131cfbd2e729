-- What a region says of stored value; what is null is as above it. No gateway may hold money for years: without a
-- depositary no card is sold.
create table stored.term (
    region_id  int primary key,
    months     int check (months between 0 and 120), -- how long a card is good; 0: for ever
    depositary text check (length(depositary) between 1 and 120), -- the bank that keeps the money of cards
    reference  text check (length(reference) between 1 and 120), -- of the agreement with it
    locked     boolean not null default false, -- whether the regions below say nothing else
    constraint named_with_its_agreement check ((depositary is null) = (reference is null))
);
