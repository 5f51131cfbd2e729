-- An order of goods is one order of several lines. Beside it stands what bringing it costs, and how far it is packed.
create table ordering.delivery (
    region_id  int not null,
    order_id   uuid not null,
    fee_minor  bigint not null check (fee_minor >= 0),
    state      text not null default 'ORDERED' check (state in ('ORDERED', 'PICKING', 'PACKED', 'ON_THE_WAY')),
    back_minor bigint not null default 0 check (back_minor >= 0), -- what was missing and goes back
    packed_at  timestamptz,
    out_at     timestamptz,
    primary key (region_id, order_id),
    foreign key (region_id, order_id) references ordering.orders,
    constraint nothing_back_before_it_is_packed check (back_minor = 0 or packed_at is not null)
);

-- What was packed of a line. Another article in its place never costs the resident more.
create table ordering.packed_line (
    region_id       int not null,
    order_id        uuid not null,
    line            int not null,
    quantity        int not null check (quantity >= 0),
    other_offer     uuid,
    other_title     jsonb,
    other_quantity  int not null default 0 check (other_quantity >= 0),
    sold_minor      bigint not null,
    charged_minor   bigint not null check (charged_minor >= 0),
    primary key (region_id, order_id, line),
    foreign key (region_id, order_id, line) references ordering.line,
    constraint never_dearer check (charged_minor <= sold_minor),
    constraint another_article_has_a_name check ((other_quantity > 0) = (other_title is not null))
);
