package org.townloop.supply.pack;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
     * Installs versions that are not there yet and sells under them, if they are newer than what is sold under. Where an
     * operator has installed a version of the same number, theirs stays.
     *
     * @throws IllegalStateException if a version is there with other content: orders were sold under it
     */
    @Transactional
    public void install(Collection<JsonNode> contents) {
        var ids = contents.stream().map(content -> content.get("id").asString()).toArray(String[]::new);
        var versions =
                contents.stream().map(content -> content.get("version").asInt()).toArray(Integer[]::new);
        var texts = contents.stream().map(json::writeValueAsString).toArray(String[]::new);
        var added = jdbc.sql("""
            insert into pack.version (pack_id, version, content, installed_at)
            select pack_id, version, content::json, ?
            from unnest(?::text[], ?::int[], ?::text[]) as shipped (pack_id, version, content)
            on conflict do nothing
            returning pack_id, version
            """)
                .params(Timestamp.from(clock.instant()), ids, versions, texts)
                .query((row, number) -> Map.entry(row.getString("pack_id"), row.getInt("version")))
                .list();
        refuseOtherContent(ids, versions, texts);
        sellUnder(added);
    }

    /** Those of which no version of that number is there. */
    List<JsonNode> lacking(List<JsonNode> contents) {
        var ids = contents.stream().map(content -> content.get("id").asString()).toArray(String[]::new);
        var versions =
                contents.stream().map(content -> content.get("version").asInt()).toArray(Integer[]::new);
        return jdbc.sql("""
            select place
            from unnest(?::text[], ?::int[]) with ordinality as shipped (pack_id, version, place)
            left join pack.version v using (pack_id, version)
            where v.pack_id is null
            order by place
            """)
                .params(ids, versions)
                .query((row, number) -> contents.get(row.getInt("place") - 1))
                .list();
    }

    /** Only what is new: who went back to an earlier version stays there when the town starts again. */
    private void sellUnder(List<Map.Entry<String, Integer>> added) {
        jdbc.sql("""
            insert into pack.current (pack_id, version)
            select pack_id, version from unnest(?::text[], ?::int[]) as added (pack_id, version)
            on conflict (pack_id) do update set version = greatest(pack.current.version, excluded.version)
            """)
                .params(
                        added.stream().map(Map.Entry::getKey).toArray(String[]::new),
                        added.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
                .update();
    }

    /** @return whether it was added; not if there is a version of that number */
    boolean add(JsonNode content, String source) {
        return jdbc.sql("""
            insert into pack.version (pack_id, version, content, installed_at, source)
            values (?, ?, ?::json, ?, ?)
            on conflict do nothing
            """)
                        .params(
                                content.get("id").asString(),
                                content.get("version").asInt(),
                                json.writeValueAsString(content),
                                Timestamp.from(clock.instant()),
                                source)
                        .update()
                == 1;
    }

    /**
     * @param seen the version that was current when it was decided, or 0 for none
     * @return whether it is current now; not if another one had become so meanwhile
     */
    boolean makeCurrent(PackId id, int version, int seen) {
        var done = seen == 0
                ? jdbc.sql("insert into pack.current (pack_id, version) values (?, ?) on conflict do nothing")
                        .params(id.value(), version)
                        .update()
                : jdbc.sql("update pack.current set version = ? where pack_id = ? and version = ?")
                        .params(version, id.value(), seen)
                        .update();
        return done == 1;
    }

    /** All versions of a pack, the newest first. */
    List<PackVersions.Version> versions(PackId id) {
        return jdbc.sql("""
            select v.version, v.installed_at, v.source is not null as made_here, c.version is not null as current
            from pack.version v
            left join pack.current c on c.pack_id = v.pack_id and c.version = v.version
            where v.pack_id = ?
            order by v.version desc
            """)
                .params(id.value())
                .query((row, number) -> new PackVersions.Version(
                        row.getInt("version"),
                        row.getTimestamp("installed_at").toInstant(),
                        row.getBoolean("made_here"),
                        row.getBoolean("current")))
                .list();
    }

    /** The text that was uploaded; else the content, to be written as YAML. */
    Optional<Stored> stored(PackId id, int version) {
        return jdbc.sql("select content, source from pack.version where pack_id = ? and version = ?")
                .params(id.value(), version)
                .query((row, number) -> new Stored(json.readTree(row.getString("content")), row.getString("source")))
                .optional();
    }

    /** @param source null for a shipped version */
    record Stored(JsonNode content, @Nullable String source) {}

    private void refuseOtherContent(String[] ids, Integer[] versions, String[] texts) {
        var changed =
                jdbc.sql("""
                    select pack_id || ' version ' || version
                    from unnest(?::text[], ?::int[], ?::text[]) as shipped (pack_id, version, content)
                    join pack.version v using (pack_id, version)
                    where v.source is null and v.content::jsonb <> shipped.content::jsonb
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
