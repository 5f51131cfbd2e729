package org.townloop.launch.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.townloop.launch.backup.Manifest.Migration;
import org.townloop.launch.backup.Manifest.Sequence;

/** What a database has of ours in it, as its own catalogue says. */
final class Catalogue {

    /** Sessions end with the machine they were opened on: people sign in again. */
    static final Set<String> LEFT_OUT = Set.of("identity.spring_session", "identity.spring_session_attributes");

    /** A foreign key, and how to make it again. */
    record ForeignKey(String table, String name, String definition) {}

    /**
     * A table and the columns that can be written.
     *
     * @param order what its rows are sorted by, so that the same rows make the same text; empty without a key
     */
    record Shape(String name, List<String> columns, List<String> order) {

        String columnList() {
            return String.join(", ", columns);
        }
    }

    private final Connection connection;

    Catalogue(Connection connection) {
        this.connection = connection;
    }

    /** All tables of all modules, those left out among them. */
    Set<String> tables() throws SQLException {
        return new TreeSet<>(strings("""
            select format('%I.%I', n.nspname, c.relname)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and not c.relispartition
              and n.nspname in\
            """ + OwnSchemas.LIST));
    }

    List<Shape> shapes() throws SQLException {
        var shapes = new ArrayList<Shape>();
        for (var table : tables()) {
            if (!LEFT_OUT.contains(table)) {
                shapes.add(new Shape(table, columns(table), key(table)));
            }
        }
        return shapes;
    }

    /** The first table that has a row, or an empty text. */
    String firstWithRows() throws SQLException {
        for (var table : tables()) {
            if (!strings("select 'row' from " + table + " limit 1").isEmpty()) {
                return table;
            }
        }
        return "";
    }

    /** What the schema of the kernel is called by a restore that began and did not end; empty without one. */
    String restoreBegun() throws SQLException {
        return String.join(
                "",
                strings("select obj_description(to_regnamespace('kernel'), 'pg_namespace') where"
                        + " obj_description(to_regnamespace('kernel'), 'pg_namespace') is not null"));
    }

    List<Sequence> sequences() throws SQLException {
        var sequences = new ArrayList<Sequence>();
        for (var name : strings("""
            select format('%I.%I', schemaname, sequencename) from pg_sequences
            where schemaname in\
            """ + OwnSchemas.LIST + " order by 1")) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select last_value, is_called from " + name)) {
                rows.next();
                sequences.add(new Sequence(name, rows.getLong(1), rows.getBoolean(2)));
            }
        }
        return sequences;
    }

    /** What Flyway has done, in its order; empty in a database without its history. */
    List<Migration> migrations() throws SQLException {
        if (strings("select to_regclass('public.flyway_schema_history')::text where"
                        + " to_regclass('public.flyway_schema_history') is not null")
                .isEmpty()) {
            return List.of();
        }
        var migrations = new ArrayList<Migration>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                    select version, description, checksum from public.flyway_schema_history
                    where success and version is not null order by installed_rank
                    """)) {
            while (rows.next()) {
                migrations.add(new Migration(rows.getString(1), rows.getString(2), rows.getInt(3)));
            }
        }
        return migrations;
    }

    List<ForeignKey> foreignKeys() throws SQLException {
        var keys = new ArrayList<ForeignKey>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                    select k.conrelid::regclass::text, format('%I', k.conname), pg_get_constraintdef(k.oid)
                    from pg_constraint k join pg_namespace n on n.oid = k.connamespace
                    where k.contype = 'f' and n.nspname in\
                    """ + OwnSchemas.LIST + " order by 1, 2")) {
            while (rows.next()) {
                keys.add(new ForeignKey(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return keys;
    }

    /** Columns that name a transaction of this cluster, as {@code schema.table.column}. */
    Set<String> transactionColumns() throws SQLException {
        return new TreeSet<>(strings("""
            select format('%I.%I.%I', n.nspname, c.relname, a.attname)
            from pg_attribute a
            join pg_class c on c.oid = a.attrelid
            join pg_namespace n on n.oid = c.relnamespace
            where a.atttypid in ('xid8'::regtype, 'xid'::regtype, 'pg_snapshot'::regtype)
              and a.attnum > 0 and not a.attisdropped and c.relkind = 'r'
              and n.nspname in\
            """ + OwnSchemas.LIST));
    }

    private List<String> columns(String table) throws SQLException {
        return strings("""
            select format('%%I', attname) from pg_attribute
            where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum
            """.formatted(table));
    }

    private List<String> key(String table) throws SQLException {
        return strings("""
            select format('%%I', a.attname)
            from pg_index i
            cross join unnest(i.indkey::int2[]) with ordinality as k (attnum, place)
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
            where i.indrelid = '%s'::regclass and i.indisprimary order by k.place
            """.formatted(table));
    }

    private List<String> strings(String sql) throws SQLException {
        var strings = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }
}
