-- What was opened of an order, and when for the first time: the seller may have corrected it in between.
create table ordering.opening (
    region_id int not null,
    order_id  uuid not null,
    line      int not null,
    number    int not null, -- of what was opened; 0 for codes, which are never corrected
    opened_at timestamptz not null,
    primary key (region_id, order_id, line, number),
    foreign key (region_id, order_id, line) references ordering.line (region_id, order_id, line)
);
