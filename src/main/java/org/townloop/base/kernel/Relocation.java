package org.townloop.base.kernel;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/**
 * Settles this module's rows after they were copied from another cluster. Transaction ids belong to one cluster: there an
 * event may bear an id that is still to come here, so that readers would not see it yet, or take it for one of their own
 * time. All copied events get the one id that no transaction ever bears and that lies below all of them, and their places
 * in the old order as positions; each cursor gets the place up to which it had read.
 */
public final class Relocation {

    /** The columns that this knows how to settle, with schema and table. */
    public static final Set<String> COLUMNS = Set.of("kernel.event.xid", "kernel.cursor.xid", "kernel.set_aside.xid");

    /** PostgreSQL's FrozenTransactionId; the first that is given to a transaction is 3. */
    private static final String BEFORE_ALL = "2";

    private Relocation() {}

    /**
     * Runs in the caller's transaction, as the owner of the tables, while nobody else works with them.
     *
     * @param connection with the copied rows, exactly as they were
     */
    public static void settle(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                create temporary table moved on commit drop as
                select row_number() over (order by xid, position) as place, position as old_position, xid as old_xid,
                    region_id, type, subject, payload, at
                from kernel.event;

                create unique index on moved (old_xid, old_position);

                create temporary table moved_aside on commit drop as
                select a.consumer, m.place, a.failure, a.at
                from kernel.set_aside a
                join moved m on m.old_xid = a.xid and m.old_position = a.position;

                update kernel.cursor c
                set xid = '%1$s', position = coalesce((
                    select m.place
                    from moved m
                    where (m.old_xid, m.old_position) <= (c.xid, c.position)
                    order by m.old_xid desc, m.old_position desc
                    limit 1), 0);

                truncate kernel.event, kernel.set_aside;

                insert into kernel.event (position, xid, region_id, type, subject, payload, at)
                overriding system value
                select place, '%1$s', region_id, type, subject, payload, at
                from moved
                order by place;

                insert into kernel.set_aside (consumer, xid, position, failure, at)
                select consumer, '%1$s', place, failure, at
                from moved_aside;

                -- Whoever had a job in hand is on the other machine; an old backup has no jobs yet.
                do $$
                begin
                    if to_regclass('kernel.scheduled_task') is not null then
                        update kernel.scheduled_task set picked = false, picked_by = null, last_heartbeat = null
                        where picked;
                    end if;
                end $$;
                """.formatted(BEFORE_ALL));
        }
    }
}
