-- Cards that were bought for somebody else: who bought them, and the secret by which whoever is given one claims it. Only
-- its hash is kept; a new secret takes the place of the earlier one.
create table stored.gift (
    region_id   int not null,
    card_id     uuid not null,
    buyer_id    uuid not null,
    secret_hash bytea unique check (length(secret_hash) = 32),
    made_at     timestamptz,
    claimed_at  timestamptz,
    primary key (region_id, card_id),
    foreign key (region_id, card_id) references stored.card (region_id, id),
    constraint a_secret_was_made_once check ((secret_hash is null) = (made_at is null)),
    constraint claimed_with_its_secret check (claimed_at is null or secret_hash is not null)
);
create index gifts_of_a_buyer on stored.gift (buyer_id, region_id, card_id);
