-- What whoever has bought something online opens. Corrected, it gets a new number, and the earlier ones stay.
create table offer.deliverable (
    region_id  int not null,
    offer_id   uuid not null,
    number     int not null check (number >= 1),
    body       text check (length(body) between 1 and 20000),
    file_name  text,
    file_kind  text check (file_kind in ('PDF', 'EPUB', 'ZIP', 'MP3', 'M4A', 'OGG')),
    file       bytea check (octet_length(file) between 1 and 15728640),
    written_at timestamptz not null,
    primary key (region_id, offer_id, number),
    foreign key (region_id, offer_id) references offer.offer (region_id, id),
    constraint words_or_a_file check ((body is null) <> (file is null)
        and (file is null) = (file_name is null) and (file is null) = (file_kind is null))
);

-- A stock of codes. Each is given to one line of one order at most, and stays with it.
create table offer.code (
    region_id int not null,
    offer_id  uuid not null,
    id        bigint generated always as identity,
    code      text not null check (length(code) between 1 and 500),
    added_at  timestamptz not null,
    order_id  uuid,
    line      int,
    given_at  timestamptz,
    primary key (region_id, offer_id, id),
    constraint a_code_once unique (region_id, offer_id, code),
    foreign key (region_id, offer_id) references offer.offer (region_id, id),
    constraint given_to_an_order check ((order_id is null) = (given_at is null) and (order_id is null) = (line is null))
);
create index code_free on offer.code (region_id, offer_id, id) where order_id is null;
create index code_of_order on offer.code (region_id, order_id) where order_id is not null;
