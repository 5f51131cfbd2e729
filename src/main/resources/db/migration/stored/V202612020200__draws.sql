-- What the owner of a card shows at its place: good for some minutes and for one draw, and worth nothing once a new one is
-- shown. Only its hash is kept.
create table stored.code (
    region_id int not null,
    card_id   uuid not null,
    code_hash bytea not null unique check (length(code_hash) = 32),
    until     timestamptz not null,
    primary key (region_id, card_id),
    foreign key (region_id, card_id) references stored.card (region_id, id)
);

-- What staff took of a card for a guest who stood there. It is no order: it was had and paid in one moment. In the ledger
-- its id stands where that of an order would.
create table stored.draw (
    region_id             int not null,
    id                    uuid not null,
    card_id               uuid not null,
    amount_minor          bigint not null check (amount_minor > 0),
    uses                  int check (uses > 0), -- of a pass
    platform_basis_points int not null check (platform_basis_points between 0 and 10000),
    partner_basis_points  int not null check (partner_basis_points between 0 and 10000),
    partner_id            uuid,
    code_hash             bytea not null,
    drawn_by              uuid not null,
    drawn_at              timestamptz not null,
    undone_by             uuid,
    undone_at             timestamptz,
    primary key (region_id, id),
    constraint a_code_draws_once unique (region_id, code_hash),
    foreign key (region_id, card_id) references stored.card (region_id, id),
    constraint undone_by_somebody check ((undone_by is null) = (undone_at is null)),
    constraint undone_after_it_was_drawn check (undone_at >= drawn_at)
);
create index draws_of_a_card on stored.draw (region_id, card_id, drawn_at);
