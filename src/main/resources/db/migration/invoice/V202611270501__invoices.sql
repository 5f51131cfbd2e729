create schema invoice;

-- Who issues: what a merchant says of itself to the tax office, and how it is taxed. Each change makes a new version.
create table invoice.issuer (
    region_id         int not null,
    merchant_id       uuid not null,
    version           int not null check (version > 0),
    title             text not null check (length(title) between 1 and 120),
    address           text not null check (length(address) between 1 and 200),
    registration      text not null check (length(registration) <= 80),
    tax_number        text not null check (length(tax_number) between 4 and 20),
    rate_basis_points int check (rate_basis_points between 0 and 5000), -- null: as its region says
    prices_include    boolean,
    changed_by        uuid not null references identity.person,
    changed_at        timestamptz not null,
    primary key (region_id, merchant_id),
    foreign key (region_id, merchant_id) references merchant.merchant,
    constraint a_rate_says_of_which_prices check ((rate_basis_points is null) = (prices_include is null))
);

-- How sales are taxed where a merchant says nothing else; a region without a row inherits it from above.
create table invoice.tax (
    region_id         int primary key references region.region,
    rate_basis_points int not null check (rate_basis_points between 0 and 5000),
    prices_include    boolean not null,
    changed_by        uuid not null references identity.person,
    changed_at        timestamptz not null
);

-- What a resident asks for: an invoice, or a fapiao that the merchant's tax software writes.
create table invoice.request (
    region_id     int not null,
    id            uuid not null,
    order_id      uuid not null,
    merchant_id   uuid not null,
    place_id      uuid not null,
    resident_id   uuid not null references identity.person,
    kind          text not null check (kind in ('INVOICE', 'FAPIAO')),
    buyer         text not null check (buyer in ('PERSON', 'COMPANY')),
    title         text not null check (length(title) between 1 and 120),
    tax_number    text,
    email         text,
    state         text not null check (state in ('ASKED', 'ISSUED', 'DECLINED', 'REVERSED')),
    asked_at      timestamptz not null,
    closed_at     timestamptz,
    reason        text, -- why it was declined
    number        text, -- of a fapiao
    issued_minor  bigint check (issued_minor > 0), -- of a fapiao
    red_minor     bigint not null default 0 check (red_minor >= 0), -- what of it was red-lettered since
    red_number    text,
    primary key (region_id, id),
    foreign key (region_id, order_id) references ordering.orders,
    constraint closed_when_answered check ((state = 'ASKED') = (closed_at is null)),
    constraint a_fapiao_has_its_number check (kind = 'INVOICE' or (number is not null) = (state in ('ISSUED', 'REVERSED'))),
    constraint a_fapiao_has_its_amount check ((number is null) = (issued_minor is null)),
    constraint no_more_in_red_than_in_black check (red_minor <= coalesce(issued_minor, 0)),
    constraint a_company_has_a_number check (kind = 'INVOICE' or buyer = 'PERSON' or tax_number is not null)
);
-- One of each kind at a time: another one only after it was declined or taken back whole.
create unique index request_once on invoice.request (region_id, order_id, kind) where state in ('ASKED', 'ISSUED');
create index request_of_order on invoice.request (region_id, order_id, asked_at);
create index request_of_merchant on invoice.request (region_id, merchant_id, kind, asked_at);
create index request_waiting on invoice.request (region_id, merchant_id, asked_at) where state = 'ASKED';
create index request_of_resident on invoice.request (resident_id, asked_at);

-- The file of a fapiao, as the merchant has it from its software.
create table invoice.fapiao_file (
    region_id   int not null,
    request_id  uuid not null,
    content     bytea not null check (length(content) between 1 and 2097152),
    uploaded_at timestamptz not null,
    primary key (region_id, request_id),
    foreign key (region_id, request_id) references invoice.request
);

-- The last number that was given. Its row is locked by whoever issues until that is written or undone, so that no number
-- is lost with what is rolled back, as those of a sequence are.
create table invoice.counter (
    region_id   int not null,
    merchant_id uuid not null,
    kind        text not null check (kind in ('INVOICE', 'CREDIT_NOTE')),
    year        int not null check (year between 2000 and 9999),
    last        int not null check (last > 0),
    primary key (region_id, merchant_id, kind, year)
);

-- Append-only: a wrong invoice is corrected by a credit note, never changed.
create table invoice.document (
    region_id         int not null,
    id                uuid not null,
    merchant_id       uuid not null,
    place_id          uuid not null,
    order_id          uuid not null,
    request_id        uuid not null,
    kind              text not null check (kind in ('INVOICE', 'CREDIT_NOTE')),
    year              int not null,
    number            int not null check (number > 0),
    corrects          uuid, -- the invoice that a credit note takes back, or a part of it
    issued_at         timestamptz not null,
    currency          char(3) not null,
    rate_basis_points int not null check (rate_basis_points between 0 and 5000),
    prices_included   boolean not null,
    paid_minor        bigint not null check (paid_minor > 0), -- of a credit note: what of that is taken back
    net_minor         bigint not null check (net_minor >= 0),
    tax_minor         bigint not null check (tax_minor >= 0),
    gross_minor       bigint not null check (gross_minor > 0),
    seller            jsonb not null,
    buyer             jsonb not null,
    because           text not null, -- of a credit note
    primary key (region_id, id),
    constraint one_number_once unique (region_id, merchant_id, kind, year, number),
    foreign key (region_id, request_id) references invoice.request,
    foreign key (region_id, corrects) references invoice.document (region_id, id),
    constraint net_and_tax_are_gross check (net_minor + tax_minor = gross_minor),
    constraint paid_is_what_the_prices_are check (paid_minor = case when prices_included then gross_minor else net_minor end),
    constraint a_credit_note_corrects check ((kind = 'CREDIT_NOTE') = (corrects is not null))
);
create index document_of_order on invoice.document (region_id, order_id);
create index document_of_merchant on invoice.document (region_id, merchant_id, issued_at);
create index document_corrected on invoice.document (region_id, corrects) where corrects is not null;

create table invoice.line (
    region_id   int not null,
    document_id uuid not null,
    line        int not null check (line > 0),
    kind        text not null check (kind in ('SALE', 'DELIVERY', 'MORE', 'GIVEN_BACK', 'NOT_PAID', 'CORRECTION')),
    what        jsonb,
    quantity    int not null check (quantity > 0),
    paid_minor  bigint not null,
    net_minor   bigint not null,
    tax_minor   bigint not null,
    primary key (region_id, document_id, line),
    foreign key (region_id, document_id) references invoice.document,
    constraint what_is_sold_has_a_name check ((kind = 'SALE') = (what is not null))
);

create function invoice.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'invoices are never changed: write a credit note' using errcode = 'check_violation';
end $$;
create trigger append_only before update or delete on invoice.document
    for each row execute function invoice.refuse_change();
create trigger append_only before update or delete on invoice.line
    for each row execute function invoice.refuse_change();

-- Numbers follow each other, whoever writes.
create function invoice.follows() returns trigger language plpgsql as $$
begin
    if new.number > 1 and not exists (
        select from invoice.document d
        where (d.region_id, d.merchant_id, d.kind, d.year, d.number)
            = (new.region_id, new.merchant_id, new.kind, new.year, new.number - 1)) then
        raise exception 'number % of % would leave a gap', new.number, new.year using errcode = 'check_violation';
    end if;
    if new.corrects is not null and (
        select coalesce(sum(d.gross_minor), 0) + new.gross_minor from invoice.document d
        where (d.region_id, d.corrects) = (new.region_id, new.corrects))
        > (select d.gross_minor from invoice.document d where (d.region_id, d.id) = (new.region_id, new.corrects)) then
        raise exception 'more is taken back than was invoiced' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger follows before insert on invoice.document for each row execute function invoice.follows();

-- To the minor unit; looked at when the transaction commits, since document and lines are two tables.
create function invoice.lines_add_up() returns trigger language plpgsql as $$
begin
    if (select (d.paid_minor, d.net_minor, d.tax_minor) from invoice.document d
            where (d.region_id, d.id) = (new.region_id, new.id))
        is distinct from (select (coalesce(sum(l.paid_minor), 0)::bigint, coalesce(sum(l.net_minor), 0)::bigint,
                coalesce(sum(l.tax_minor), 0)::bigint)
            from invoice.line l where (l.region_id, l.document_id) = (new.region_id, new.id)) then
        raise exception 'the lines of invoice % do not add up', new.id using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger lines_of_a_document after insert on invoice.document
    deferrable initially deferred for each row execute function invoice.lines_add_up();
