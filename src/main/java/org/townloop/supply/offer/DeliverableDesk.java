package org.townloop.supply.offer;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Written;

/** What is opened of an offer, in the hands of those who sell it. */
@Component
public class DeliverableDesk {

    private static final int SHOWN = 20;
    private static final int TEXT_MAX = 20_000;
    private static final int NAME_MAX = 120;
    private static final int FILE_MAX = 15 << 20;

    private final OfferDesk offers;
    private final Deliverables deliverables;
    private final JdbcClient jdbc;
    private final Atomically atomically;
    private final Clock clock;

    DeliverableDesk(OfferDesk offers, Deliverables deliverables, JdbcClient jdbc, Atomically atomically, Clock clock) {
        this.offers = offers;
        this.deliverables = deliverables;
        this.jdbc = jdbc;
        this.atomically = atomically;
        this.clock = clock;
    }

    /** The newest first: what whoever has bought it opens, and what they opened before it was corrected. */
    public List<Deliverable> all(Actor actor, OfferId id) {
        return deliverables.all(offers.get(actor, id).id(), SHOWN);
    }

    /** Whoever has bought it opens these words from now on. */
    public Outcome<Integer> write(Actor actor, OfferId id, String typed) {
        offers.get(actor, id);
        var text = Written.plain(typed);
        if (text == null || Written.isLonger(text, TEXT_MAX)) {
            return Outcome.refused(Refusal.of(OfferReason.DELIVERED_TEXT_INVALID, "text", Map.of("max", TEXT_MAX)));
        }
        return atomically.run(() -> Outcome.done(insert(id, text, null, null, null)));
    }

    /** Whoever has bought it opens this file from now on; what it is, its first bytes say. */
    public Outcome<Integer> put(Actor actor, OfferId id, String called, byte[] file) {
        offers.get(actor, id);
        if (file.length == 0 || file.length > FILE_MAX) {
            return Outcome.refused(
                    Refusal.of(OfferReason.DELIVERED_FILE_TOO_LARGE, "file", Map.of("max", FILE_MAX >> 20)));
        }
        var kind = FileKind.of(file);
        if (kind.isEmpty()) {
            return Outcome.refused(Refusal.of(OfferReason.DELIVERED_FILE_UNKNOWN, "file"));
        }
        return atomically.run(() -> Outcome.done(insert(id, null, name(called, kind.get()), kind.get(), file)));
    }

    /** Adds codes to the stock, one on each line; all of them or, if something is wrong with one, none. */
    public Outcome<Integer> add(Actor actor, OfferId id, String typed) {
        offers.get(actor, id);
        return switch (CodeLines.read(typed)) {
            case Outcome.Refused<List<String>>(var refusal) -> Outcome.refused(refusal);
            case Outcome.Done<List<String>>(var codes) -> atomically.run(() -> insert(id, codes, typed));
        };
    }

    private int insert(
            OfferId id, @Nullable String text, @Nullable String name, @Nullable FileKind kind, byte @Nullable [] file) {
        jdbc.sql("select 1 from offer.offer where region_id = ? and id = ? for update")
                .params(id.region().number(), id.value())
                .query(Integer.class)
                .single();
        return jdbc.sql("""
            insert into offer.deliverable (region_id, offer_id, number, body, file_name, file_kind, file, written_at)
            select ?, ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?
            from offer.deliverable where region_id = ? and offer_id = ?
            returning number
            """)
                .param(id.region().number())
                .param(id.value())
                .param(text)
                .param(name)
                .param(kind == null ? null : kind.name())
                .param(file)
                .param(Timestamp.from(clock.instant()))
                .param(id.region().number())
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    private Outcome<Integer> insert(OfferId id, List<String> codes, String typed) {
        var added = jdbc.sql("""
            insert into offer.code (region_id, offer_id, code, added_at)
            select ?, ?, code, ? from unnest(?::text[]) with ordinality as c (code, line) order by line
            on conflict do nothing
            returning code
            """)
                .params(id.region().number(), id.value(), Timestamp.from(clock.instant()), codes.toArray(String[]::new))
                .query((row, number) -> row.getString("code"))
                .list();
        return added.size() == codes.size()
                ? Outcome.done(added.size())
                : Outcome.refused(CodeLines.known(typed, added));
    }

    /** What it was called where it came from, as far as that is a name, with the ending of what it is. */
    private static String name(String called, FileKind kind) {
        var bare = called.replaceAll(".*[/\\\\]", "")
                .replaceAll("\\.[A-Za-z0-9]{1,5}$", "")
                .strip();
        return (Written.isName(bare, NAME_MAX) ? bare : "file") + "." + kind.ending();
    }
}
