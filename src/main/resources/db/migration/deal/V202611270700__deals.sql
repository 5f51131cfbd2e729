create schema deal;

-- For a while so many pieces of an offer are sold at a lower price. How many are taken stands with the other lots, under
-- the deal's id (booking.lot). Of the seed only the hash is shown before the draw: nobody can choose a place in the line.
create table deal.deal (
    region_id   int not null,
    id          uuid not null,
    offer_id    uuid not null,
    place_id    uuid not null,
    price_minor bigint not null check (price_minor >= 0),
    currency    text not null,
    opens_at    timestamptz not null,
    closes_at   timestamptz not null,
    stock       int not null check (stock between 1 and 100000),
    most_each   int not null check (most_each between 1 and stock),
    least       int check (least between 2 and stock), -- sold until it closes, or nothing is; null: however few
    state       text not null check (state in ('ANNOUNCED', 'OPEN', 'CLOSED', 'CONFIRMED', 'CALLED_OFF', 'WITHDRAWN')),
    seed        text not null,
    seed_hash   text not null,
    numbers     int not null default 0 check (numbers >= 0), -- given to those who have joined the line
    turns       int not null default 0 check (turns >= 0), -- given to those of them whose place is known
    sold        int check (sold >= 0), -- when it closed
    made_at     timestamptz not null,
    primary key (region_id, id),
    foreign key (region_id, place_id) references merchant.place,
    check (opens_at < closes_at),
    constraint counted_when_closed check ((state in ('CLOSED', 'CONFIRMED', 'CALLED_OFF')) = (sold is not null)),
    constraint called_off_for_too_few check (state <> 'CALLED_OFF' or sold < least),
    constraint confirmed_by_enough check (state <> 'CONFIRMED' or sold >= least),
    constraint one_deal_at_a_time exclude using gist (
        region_id with =, offer_id with =, tstzrange(opens_at, closes_at) with &&) where (state <> 'WITHDRAWN')
);
create index deal_to_open on deal.deal (opens_at) where state = 'ANNOUNCED';
create index deal_to_close on deal.deal (closes_at) where state = 'OPEN';
create index deal_by_close on deal.deal (closes_at);
create index deal_by_place on deal.deal (region_id, place_id, opens_at desc);

-- Who stands in line for it. The number says in which order they came; the turn in which they are called: drawn for those
-- who came before the opening, and the order of arrival after it.
create table deal.standing (
    region_id  int not null,
    deal_id    uuid not null,
    number     int not null check (number > 0),
    person_id  uuid not null references identity.person,
    units      int not null check (units between 1 and 20),
    state      text not null check (state in ('WAITING', 'CALLED', 'HELD', 'MISSED', 'LEFT', 'OVER')),
    arrived_at timestamptz not null,
    turn       int check (turn > 0),
    granted    int check (granted between 1 and units), -- pieces that are kept for who was called
    call_until timestamptz,
    order_id   uuid,
    primary key (region_id, deal_id, number),
    foreign key (region_id, deal_id) references deal.deal on delete cascade,
    constraint called_with_pieces check ((granted is null) = (call_until is null)),
    constraint called_in_turn check (state in ('WAITING', 'LEFT', 'OVER') or turn is not null),
    constraint held_by_an_order check ((state = 'HELD') = (order_id is not null))
);
-- One place for a person, and a turn is nobody else's.
create unique index standing_once on deal.standing (region_id, deal_id, person_id) where state in ('WAITING', 'CALLED');
create unique index standing_in_turn on deal.standing (region_id, deal_id, turn) where turn is not null;
create index standing_waiting on deal.standing (region_id, deal_id, turn) where state = 'WAITING';
create index standing_called on deal.standing (region_id, deal_id, call_until) where state = 'CALLED';
create index standing_of_person on deal.standing (person_id, arrived_at);
