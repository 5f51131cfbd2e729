package org.townloop.base.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Regions;

/** The templates of letters: as shipped, until a region or one above it has its own. Every version is kept. */
@Component
public class Templates {

    /**
     * A template as it was written once.
     *
     * @param draft null: back to what was there without it
     */
    public record Version(
            int number, @Nullable Draft draft, @Nullable PersonId by, Instant at) {}

    /**
     * What is sent now.
     *
     * @param own whether these are the region's own words
     */
    public record Sent(Draft draft, boolean own) {}

    private final JdbcClient jdbc;
    private final Regions regions;
    private final ShippedDrafts shipped;
    private final AuditTrail audit;
    private final Clock clock;

    Templates(JdbcClient jdbc, Regions regions, ShippedDrafts shipped, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.regions = regions;
        this.shipped = shipped;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is sent now to people of the region. */
    public Draft current(RegionId region, Letter letter, Locale language) {
        for (var each : upwards(region)) {
            var newest = versions(each, letter, language, 1);
            if (!newest.isEmpty() && newest.getFirst().draft() != null) {
                return newest.getFirst().draft();
            }
        }
        return shipped.of(letter, language);
    }

    /** The same of all letters, by letter and language. */
    public Map<Letter, Map<Locale, Sent>> current(RegionId region, Collection<Locale> languages) {
        var way = upwards(region);
        var written = newest(way);
        var all = new EnumMap<Letter, Map<Locale, Sent>>(Letter.class);
        for (var letter : Letter.values()) {
            var texts = new HashMap<Locale, Sent>();
            for (var language : languages) {
                texts.put(
                        language,
                        way.stream()
                                .map(each -> new Key(each, letter.name(), language.toLanguageTag()))
                                .filter(written::containsKey)
                                .findFirst()
                                .map(found -> new Sent(
                                        Objects.requireNonNull(written.get(found)),
                                        found.region().equals(region)))
                                .orElseGet(() -> new Sent(shipped.of(letter, language), false)));
            }
            all.put(letter, texts);
        }
        return all;
    }

    private record Key(RegionId region, String letter, String language) {}

    /** The newest version of each template of the regions; not those that were dismissed. */
    private Map<Key, Draft> newest(List<RegionId> regions) {
        record Row(Key written, @Nullable Draft draft) {}
        var rows = jdbc.sql("""
            select distinct on (region_id, letter, language) region_id, letter, language, title, brief, full_text
            from notice.template
            where region_id = any (?)
            order by region_id, letter, language, version desc
            """)
                .param(regions.stream().map(RegionId::number).toArray(Integer[]::new))
                .query((row, number) -> {
                    var title = row.getString("title");
                    return new Row(
                            new Key(
                                    new RegionId(row.getInt("region_id")),
                                    row.getString("letter"),
                                    row.getString("language")),
                            title == null
                                    ? null
                                    : new Draft(title, row.getString("brief"), row.getString("full_text")));
                })
                .list();
        var newest = new HashMap<Key, Draft>();
        for (var row : rows) {
            if (row.draft() != null) {
                newest.put(row.written(), row.draft());
            }
        }
        return newest;
    }

    /** Whether the region's own words are sent, not those of a region above or the shipped ones. */
    public boolean isOwn(RegionId region, Letter letter, Locale language) {
        var newest = versions(region, letter, language, 1);
        return !newest.isEmpty() && newest.getFirst().draft() != null;
    }

    /** The region's own, the newest first; empty if it never had one. */
    public List<Version> versions(RegionId region, Letter letter, Locale language, int limit) {
        return jdbc.sql("""
            select version, title, brief, full_text, written_by, written_at
            from notice.template
            where region_id = ? and letter = ? and language = ?
            order by version desc limit ?
            """)
                .params(region.number(), letter.name(), language.toLanguageTag(), limit)
                .query((row, number) -> {
                    var title = row.getString("title");
                    var by = row.getObject("written_by", UUID.class);
                    return new Version(
                            row.getInt("version"),
                            title == null ? null : new Draft(title, row.getString("brief"), row.getString("full_text")),
                            by == null ? null : new PersonId(by),
                            row.getTimestamp("written_at").toInstant());
                })
                .list();
    }

    /** Writes the next version, if it can be filled in. */
    public Outcome<Draft> write(PersonId by, RegionId region, Letter letter, Locale language, Draft draft) {
        var fault = DraftCheck.fault(letter, language, draft);
        if (fault != null) {
            return Outcome.refused(fault);
        }
        insert(by, region, letter, language, draft);
        return Outcome.done(draft);
    }

    /** Back to what is there without the region's own. */
    public void dismiss(PersonId by, RegionId region, Letter letter, Locale language) {
        insert(by, region, letter, language, null);
    }

    private void insert(PersonId by, RegionId region, Letter letter, Locale language, @Nullable Draft draft) {
        while (!inserted(by, region, letter, language, draft)) {
            Thread.onSpinWait(); // somebody wrote that version a moment ago: it is the next one's turn
        }
        audit.note(
                by,
                draft == null ? "template-dismissed" : "template-written",
                letter + " " + language.toLanguageTag() + " in " + region.number());
    }

    private boolean inserted(PersonId by, RegionId region, Letter letter, Locale language, @Nullable Draft draft) {
        return jdbc.sql("""
            insert into notice.template (region_id, letter, language, version, title, brief, full_text, written_by,
                written_at)
            select :region, :letter, :language,
                coalesce(max(version), 0) + 1, :title, :brief, :full, :by, :at
            from notice.template where region_id = :region and letter = :letter and language = :language
            on conflict do nothing
            """)
                        .param("region", region.number())
                        .param("letter", letter.name())
                        .param("language", language.toLanguageTag())
                        .param("title", draft == null ? null : draft.title())
                        .param("brief", draft == null ? null : draft.brief())
                        .param("full", draft == null ? null : draft.full())
                        .param("by", by.value())
                        .param("at", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private List<RegionId> upwards(RegionId region) {
        var way = new ArrayList<RegionId>();
        for (RegionId here = region; here != null; here = regions.get(here).parent()) {
            way.add(here);
        }
        return way;
    }
}
