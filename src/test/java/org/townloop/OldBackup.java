package org.townloop;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of a person as they were before an erasure, and the restoring of them: an old backup in small. */
final class OldBackup {

    private static final List<String> DELETED = List.of(
            "identity.contact",
            "identity.role",
            "identity.token",
            "notice.notice",
            "notice.reminder",
            "kernel.idempotency");
    private static final List<String> CHANGED =
            List.of("identity.person (id)", "feedback.review (visit_id)", "ordering.line (order_id, line)");

    private final JdbcTemplate owner = new JdbcTemplate(TestTown.owner());

    void take() {
        DELETED.forEach(this::copy);
        CHANGED.stream().map(OldBackup::table).forEach(this::copy);
    }

    /** What was deleted is there again, what was changed is as it was, and the erasure itself is not known. */
    void restore() {
        CHANGED.forEach(table -> owner.execute("update " + table(table) + " t set " + columns(table) + " from "
                + copyOf(table(table)) + " b where " + key(table, "t") + " = " + key(table, "b")));
        DELETED.forEach(table ->
                owner.execute("insert into " + table + " select * from " + copyOf(table) + " on conflict do nothing"));
        owner.execute("delete from identity.erasure");
    }

    void drop() {
        DELETED.forEach(table -> owner.execute("drop table if exists " + copyOf(table)));
        CHANGED.forEach(table -> owner.execute("drop table if exists " + copyOf(table(table))));
    }

    private void copy(String table) {
        owner.execute("create table " + copyOf(table) + " as select * from " + table);
    }

    private String columns(String table) {
        var names = owner.queryForList("""
            select column_name from information_schema.columns
            where table_schema || '.' || table_name = ? and is_generated = 'NEVER'
            """, String.class, table(table));
        return "(" + String.join(", ", names) + ") = ("
                + String.join(", b.", names).replaceFirst("^", "b.") + ")";
    }

    private static String key(String table, String alias) {
        var columns = table.substring(table.indexOf('(') + 1, table.indexOf(')'));
        return "(" + alias + "." + columns.replace(", ", ", " + alias + ".") + ")";
    }

    private static String table(String table) {
        return table.substring(0, table.indexOf(' '));
    }

    private static String copyOf(String table) {
        return "public.backup_" + table.replace('.', '_');
    }
}
