package org.townloop.growth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.launch.postgres.Database;
import org.townloop.supply.TestSalon;

/**
 * Makes a past: orders that were really made once are written again under other names and at earlier times, with all that
 * they have left in all tables. Each fiftieth was at the salon, the others at places of their own; another fiftieth was the
 * same resident's.
 */
final class Past implements AutoCloseable {

    private static final int PIECE = 20_000;
    private static final int OF_A_PLACE = 2_000;
    private static final int OF_A_PERSON = 20;

    /** What is no past of an order: it has no names of its own, is forgotten soon, or is written by what reads the past. */
    private static final String KEPT = """
        n.nspname || '.' || c.relname not in ('ledger.seal', 'ledger.balance_snapshot', 'merchant.roster_version', 'kernel.cursor',
            'kernel.scheduled_task', 'kernel.idempotency', 'notice.later', 'notice.reminder', 'identity.spring_session', 'identity.spring_session_attributes', 'identity.token')
        """;

    private final SingleConnectionDataSource source;
    private final JdbcTemplate owner;
    private final TestSalon salon;
    private final TestPeople keeper;
    private final TestPeople resident;
    private final ModelRows shop;
    private List<ModelRows> orders = List.of();
    private int made;
    private int places;

    /** @param offer of the salon, of which nothing is sold yet */
    Past(Database database, TestSalon salon, UUID offer, TestPeople keeper, TestPeople resident) {
        this.source = new SingleConnectionDataSource(
                database.url(), database.owner().user(), database.owner().password(), true);
        this.owner = new JdbcTemplate(source);
        this.salon = salon;
        this.keeper = keeper;
        this.resident = resident;
        prepare(offer);
        var own = names("place", "merchant", "offer", "staff", "chair", "keeper");
        this.shop = new ModelRows(owner, own, List.copyOf(own.keySet()), KEPT);
    }

    /** Those that are made again from now on, each with the words by which its rows are found. */
    void like(List<List<String>> models) {
        owner.update("""
            update pg_temp.past_place set account = (select id from ledger.account
                where kind = 'MERCHANT' and owner_id = past_place.merchant) where n = 0
            """);
        orders = models.stream().map(this::model).toList();
    }

    private ModelRows model(List<String> words) {
        var names = new LinkedHashMap<>(names("place", "merchant", "offer", "staff", "chair", "keeper", "account"));
        names.put(resident.id().toString(), "c.resident");
        for (int i = 0; i < words.size(); i++) {
            names.put(words.get(i), ModelRows.fresh(100 + i, true));
        }
        return new ModelRows(owner, names, words, KEPT);
    }

    /** Until there were so many orders. */
    void growTo(int orders) {
        makePlaces((orders - made) / OF_A_PLACE + 20);
        makePeople((orders - made) / OF_A_PERSON + 20);
        var before = made;
        while (made < orders) {
            piece(before, Math.min(PIECE, orders - made));
        }
        seal();
        owner.execute("vacuum analyze");
    }

    /** For a control. */
    void withoutIndex(String index) {
        owner.execute("drop index " + index);
    }

    String size() {
        return String.valueOf(
                owner.queryForObject("select pg_size_pretty(pg_database_size(current_database()))", String.class));
    }

    int rowsOfAnOrder() {
        return orders.stream().mapToInt(ModelRows::size).max().orElse(0);
    }

    @Override
    public void close() {
        source.destroy();
    }

    private void prepare(UUID offer) {
        owner.execute("""
            create function pg_temp.fresh(n int, which int, millis bigint) returns uuid language sql immutable as $$
                select (lpad(to_hex(millis), 12, '0') || '7' || substr(md5(n || '/' || which), 1, 3) || 'a'
                    || substr(md5(n || '/' || which), 4, 9) || '%s')::uuid $$;
            create temporary table past_place (n int primary key, place uuid, merchant uuid, offer uuid, staff uuid,
                chair uuid, keeper uuid, account bigint);
            create temporary table past_person (n int primary key, person uuid);
            create temporary table copy (n int, ago interval, days int, millis bigint, place uuid, merchant uuid,
                offer uuid, staff uuid, chair uuid, keeper uuid, account bigint, resident uuid);
            """.formatted(salon.place().value().toString().substring(30)));
        owner.update(
                "insert into pg_temp.past_place values (0, ?, ?, ?, ?, ?, ?)",
                salon.place().value(),
                salon.merchant().value(),
                offer,
                salon.staff().getFirst().value(),
                salon.chairs().getFirst(),
                keeper.id());
    }

    private Map<String, String> names(String... columns) {
        var names = new LinkedHashMap<String, String>();
        var row = owner.queryForMap("select * from pg_temp.past_place where n = 0");
        Stream.of(columns).forEach(column -> names.put(String.valueOf(row.get(column)), "c." + column));
        return names;
    }

    private void makePlaces(int count) {
        var from = places + 1;
        places += count;
        owner.execute("truncate pg_temp.copy");
        owner.execute("""
            insert into copy (n, ago, days, millis, place, merchant, offer, staff, chair, keeper)
            select n, interval '0', 0, 0, pg_temp.fresh(-n, 1, 0), pg_temp.fresh(-n, 2, 0), pg_temp.fresh(-n, 3, 0),
                pg_temp.fresh(-n, 4, 0), pg_temp.fresh(-n, 5, 0), pg_temp.fresh(-n, 6, 0)
            from generate_series(%d, %d) n
            """.formatted(from, places));
        shop.copy();
        owner.execute("""
            with account as (
                insert into ledger.account (region_id, kind, owner_id, currency)
                select %d, 'MERCHANT', merchant, 'CNY' from copy returning id, owner_id)
            insert into pg_temp.past_place
            select c.n, c.place, c.merchant, c.offer, c.staff, c.chair, c.keeper, a.id
            from copy c join account a on a.owner_id = c.merchant
            """.formatted(salon.region().number()));
        owner.execute("create or replace temporary view those as select * from past_place where n between %d and %d"
                .formatted(from, places));
    }

    private void makePeople(int count) {
        owner.execute("""
            with person as (
                insert into identity.person (id, region_id, name, language, created_at)
                select pg_temp.fresh(n, 7, %2$d), %1$d, 'Lin', 'en', '2026-01-01'
                from generate_series(1, %3$d) n returning id)
            insert into pg_temp.past_person
            select row_number() over () + coalesce((select max(n) from past_person), 0), id from person
            """.formatted(salon.region().number(), made + 1, count));
        owner.update("insert into pg_temp.past_person values (0, ?) on conflict do nothing", resident.id());
    }

    /** At the salon an order each day and a half, then each hour before that; elsewhere three a day. */
    private void piece(int before, int size) {
        owner.execute("truncate pg_temp.copy");
        owner.execute("""
            insert into pg_temp.copy
            select w.n, w.ago, extract(day from w.ago)::int + 1,
                (extract(epoch from timestamptz '%1$s' - w.ago) * 1000)::bigint,
                p.place, p.merchant, p.offer, p.staff, p.chair, p.keeper, p.account, r.person
            from (
                select n, case when n %% 50 <> 0 then interval '1 day' + interval '8 hours' * ((n - %2$d) / t.places)
                        when n <= 2000 then interval '36 hours' * (n / 50)
                        else interval '60 days' + interval '65 minutes' * (n / 50) end as ago,
                    case when n %% 50 = 0 then 0 else t.first + (n - %2$d) %% t.places end as place,
                    case when n %% 50 = 1 then 0 else 1 + n %% t.people end as person
                from generate_series(%3$d, %4$d) n, (
                    select (select count(*)::int from those) as places, (select min(n) from those) as first,
                        (select max(n) from past_person) as people) t
            ) w
            join past_place p on p.n = w.place
            join past_person r on r.n = w.person
            """.formatted(TestClock.START, before, made + 1, made + size));
        for (int i = 0; i < orders.size(); i++) {
            owner.execute("create temporary table all_of_them as select * from copy");
            owner.execute("delete from copy where (n %% 7 = 0) <> %b".formatted(i == 1));
            orders.get(i).copy();
            owner.execute("truncate copy; insert into copy select * from all_of_them; drop table all_of_them");
        }
        made += size;
    }

    /** As the job leaves it, but for the hashes, which nobody checks here. */
    private void seal() {
        owner.execute("""
            select pg_advisory_xact_lock(hashtext('ledger.seal'), %1$d);
            update ledger.seal set number = number + 1000000000 where number < 1000000000 and to_xid <> '2';
            with unsealed as (
                select region_id, id, (row_number() over (partition by region_id order by id) - 1) / 5000 as number
                from ledger.transfer
                where xid = '2' and id > coalesce((select max(to_id) from ledger.seal where to_xid = '2'), 0))
            insert into ledger.seal (region_id, number, ids, to_xid, to_id, hash, at)
            select region_id, number + 1 + coalesce((select max(number) from ledger.seal where to_xid = '2'), 0),
                array_agg(id order by id), '2', max(id), sha256(number::text::bytea), now()
            from unsealed group by region_id, number;
            delete from ledger.balance_snapshot;
            insert into ledger.balance_snapshot (region_id, account_id, balance)
            select region_id, account_id, sum(amount) from ledger.transfer t
            cross join lateral (values (t.credit_id, t.amount_minor), (t.debit_id, -t.amount_minor)) m (account_id, amount)
            where (t.xid, t.id) <= (select to_xid, to_id from ledger.seal order by number desc limit 1)
            group by region_id, account_id;
            """.formatted(salon.region().number()));
    }
}
