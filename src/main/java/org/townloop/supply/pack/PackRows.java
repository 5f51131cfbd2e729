package org.townloop.supply.pack;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tables of this module. */
@Component
class PackRows {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    PackRows(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    Optional<Pack> find(PackId id, int version) {
        return jdbc.sql("select content from pack.version where pack_id = ? and version = ?")
                .params(id.value(), version)
                .query((row, number) -> pack(row.getString("content")))
                .optional();
    }

    List<Pack> current() {
        return jdbc.sql("""
            select v.content
            from pack.current c
            join pack.version v using (pack_id, version)
            order by pack_id
            """)
                .query((row, number) -> pack(row.getString("content")))
                .list();
    }

    /**
     * Installs versions that are not there yet and sells under the newest.
     *
     * @throws IllegalStateException if a version is there with other content: orders were sold under it
     */
    @Transactional
    public void install(Collection<JsonNode> contents) {
        var ids = contents.stream().map(content -> content.get("id").asString()).toArray(String[]::new);
        var versions =
                contents.stream().map(content -> content.get("version").asInt()).toArray(Integer[]::new);
        var texts = contents.stream().map(json::writeValueAsString).toArray(String[]::new);
        jdbc.sql("""
            insert into pack.version (pack_id, version, content, installed_at)
            select pack_id, version, content::jsonb, ?
            from unnest(?::text[], ?::int[], ?::text[]) as shipped (pack_id, version, content)
            on conflict do nothing
            """)
                .params(Timestamp.from(clock.instant()), ids, versions, texts)
                .update();
        refuseOtherContent(ids, versions, texts);
        jdbc.sql("""
            insert into pack.current (pack_id, version)
            select pack_id, version from unnest(?::text[], ?::int[]) as shipped (pack_id, version)
            on conflict (pack_id) do update set version = greatest(pack.current.version, excluded.version)
            """).params(ids, versions).update();
    }

    private void refuseOtherContent(String[] ids, Integer[] versions, String[] texts) {
        var changed =
                jdbc.sql("""
                    select pack_id || ' version ' || version
                    from unnest(?::text[], ?::int[], ?::text[]) as shipped (pack_id, version, content)
                    join pack.version v using (pack_id, version)
                    where v.content <> shipped.content::jsonb
                    """).params(ids, versions, texts).query(String.class).list();
        if (!changed.isEmpty()) {
            throw new IllegalStateException("installed with other content before: " + String.join(", ", changed)
                    + ". A version never changes, because orders were sold under it: give the pack a new version.");
        }
    }

    private Pack pack(String content) {
        return PackContent.read(json.readTree(content));
    }
}
