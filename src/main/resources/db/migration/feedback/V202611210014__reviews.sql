create schema feedback;

-- One review for a visit that happened.
create table feedback.review (
    region_id   int not null,
    visit_id    uuid not null,
    offer_id    uuid not null,
    place_id    uuid not null,
    resident_id uuid not null,
    rating      int not null check (rating between 1 and 5),
    text        text check (length(text) between 1 and 2000),
    created_at  timestamptz not null,
    reply       text check (length(reply) between 1 and 2000),
    replied_by  uuid,
    replied_at  timestamptz,
    primary key (region_id, visit_id),
    foreign key (region_id, visit_id) references visit.visit,
    check ((reply is null) = (replied_at is null))
);
create index review_by_offer on feedback.review (region_id, offer_id, created_at desc);
create index review_by_place on feedback.review (region_id, place_id, created_at desc);

-- Reviews of an offer counted by rating, kept by the statement that writes the review.
create table feedback.tally (
    region_id int not null,
    offer_id  uuid not null,
    ones      int not null default 0 check (ones >= 0),
    twos      int not null default 0 check (twos >= 0),
    threes    int not null default 0 check (threes >= 0),
    fours     int not null default 0 check (fours >= 0),
    fives     int not null default 0 check (fives >= 0),
    primary key (region_id, offer_id)
);
