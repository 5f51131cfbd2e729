package org.townloop.loop.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/**
 * Settles the books after they were copied from another cluster, whose transaction ids mean nothing here. Sealed transfers
 * get the one id that no transaction ever bears and that lies below all of them; the others are as if they were written
 * now, and are sealed next. Seals name their transfers, so that they hold as before.
 */
public final class BookRelocation {

    /** The columns that this knows how to settle, with schema and table. */
    public static final Set<String> COLUMNS = Set.of("ledger.transfer.xid", "ledger.seal.to_xid");

    private BookRelocation() {}

    /**
     * Runs in the caller's transaction, as the owner of the tables, while nobody else works with them. Of the time before
     * transfers knew who wrote them there is nothing to settle.
     */
    public static void settle(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                do $$
                begin
                    if to_regclass('ledger.seal') is null then
                        return;
                    end if;
                    create temporary table sealed on commit drop as
                    select s.region_id, u.id from ledger.seal s cross join lateral unnest(s.ids) u (id);
                    create unique index on sealed (region_id, id);
                    alter table ledger.transfer disable trigger user;
                    update ledger.transfer t
                    set xid = case when exists (select from sealed s where (s.region_id, s.id) = (t.region_id, t.id))
                        then '2'::xid8 else pg_current_xact_id() end;
                    alter table ledger.transfer enable trigger user;
                    update ledger.seal set to_xid = '2', to_id = 9223372036854775807;
                end $$;
                """);
        }
    }
}
