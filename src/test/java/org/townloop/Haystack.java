package org.townloop;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for a word in the whole database. */
final class Haystack {

    /**
     * The tables in which it stands, in whatever column and case, in bytes too (sessions are). The sandbox is another's house:
     * its inbox is theirs.
     */
    static List<String> tablesWith(String word) {
        var owner = JdbcClient.create(TestTown.owner());
        var tables = new ArrayList<String>();
        owner.sql("""
            select schemaname || '.' || tablename from pg_tables
            where schemaname not in ('public', 'pg_catalog', 'information_schema', 'sandbox')
            order by 1
            """).query(row -> {
            tables.add(String.valueOf(row.getString(1)));
        });
        var bytes = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
        tables.removeIf(table -> !owner.sql("select exists (select from " + table + " t where t::text ilike any (?))")
                .param(new String[] {"%" + word + "%", "%" + bytes + "%"})
                .query(Boolean.class)
                .single());
        return tables;
    }

    private Haystack() {}
}
