-- Orders that were held together, in the order in which they were asked for. Whose they are, the orders say.
create table ordering.basket (
    region_id  int not null,
    id         uuid not null,
    created_at timestamptz not null,
    primary key (region_id, id)
);

create table ordering.basket_order (
    region_id int not null,
    basket_id uuid not null,
    position  int not null check (position between 1 and 20),
    order_id  uuid not null,
    primary key (region_id, basket_id, position),
    unique (region_id, order_id),
    foreign key (region_id, basket_id) references ordering.basket,
    foreign key (region_id, order_id) references ordering.orders
);
