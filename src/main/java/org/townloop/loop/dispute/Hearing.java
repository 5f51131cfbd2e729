package org.townloop.loop.dispute;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;
import org.townloop.base.media.PictureId;

/** What the two said and showed, and what was decided. */
@Component
class Hearing {

    private final JdbcClient jdbc;

    Hearing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which they were written. */
    List<Word> words(DisputeId id) {
        return jdbc.sql("""
            select number, side, words, written_at,
                array(select picture_id from dispute.picture p
                      where (p.region_id, p.dispute_id, p.number) = (w.region_id, w.dispute_id, w.number)
                      order by position) as pictures
            from dispute.word w where region_id = ? and dispute_id = ? order by number
            """)
                .params(id.region().number(), id.value())
                .query((row, number) -> new Word(
                        row.getInt("number"),
                        Side.valueOf(row.getString("side")),
                        row.getString("words"),
                        row.getTimestamp("written_at").toInstant(),
                        Stream.of((String[]) row.getArray("pictures").getArray())
                                .map(PictureId::new)
                                .toList()))
                .list();
    }

    /** The caller has locked the dispute. */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(DisputeId id, Word word, PersonId author) {
        jdbc.sql("""
            insert into dispute.word (region_id, dispute_id, number, side, author_id, words, written_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
                .param(id.region().number())
                .param(id.value())
                .param(word.number())
                .param(word.side().name())
                .param(author.value())
                .param(word.words())
                .param(Timestamp.from(word.at()))
                .update();
        jdbc.sql("""
            insert into dispute.picture (region_id, dispute_id, number, position, picture_id)
            select ?, ?, ?, position, picture_id from unnest(?::text[]) with ordinality as p (picture_id, position)
            """)
                .param(id.region().number())
                .param(id.value())
                .param(word.number())
                .param(word.pictures().stream().map(PictureId::value).toArray(String[]::new))
                .update();
    }

    /** The first one first. */
    List<Decision> decisions(Dispute dispute) {
        var currency = dispute.wantedAmount().currency();
        return jdbc.sql("""
            select instance, order_minor, platform_minor, merchant_minor, reasons, decided_by, decided_at
            from dispute.decision where region_id = ? and dispute_id = ? order by instance
            """)
                .params(dispute.id().region().number(), dispute.id().value())
                .query((row, number) -> new Decision(
                        row.getInt("instance"),
                        new Money(row.getLong("order_minor"), currency),
                        new Money(row.getLong("platform_minor"), currency),
                        new Money(row.getLong("merchant_minor"), currency),
                        row.getString("reasons"),
                        new PersonId(row.getObject("decided_by", UUID.class)),
                        row.getTimestamp("decided_at").toInstant()))
                .list();
    }

    /** The caller has locked the dispute. */
    @Transactional(propagation = Propagation.MANDATORY)
    void decide(DisputeId id, Decision decision) {
        jdbc.sql("""
            insert into dispute.decision (region_id, dispute_id, instance, order_minor, platform_minor, merchant_minor,
                reasons, decided_by, decided_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
                .param(id.region().number())
                .param(id.value())
                .param(decision.instance())
                .param(decision.ofOrder().minor())
                .param(decision.platform().minor())
                .param(decision.toMerchant().minor())
                .param(decision.reasons())
                .param(decision.by().value())
                .param(Timestamp.from(decision.at()))
                .update();
    }
}
