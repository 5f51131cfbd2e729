package org.townloop.loop.payout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;

/** What banks answered. */
@Component
class AnswerRows {

    private final JdbcClient jdbc;

    AnswerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(BankAnswer answer) {
        var region = RegionId.of(answer.id()).number();
        jdbc.sql("insert into payout.answer (region_id, id, file, read_at, read_by) values (?, ?, ?, ?, ?)")
                .params(
                        region,
                        answer.id(),
                        answer.file(),
                        Timestamp.from(answer.readAt()),
                        answer.readBy().value())
                .update();
        jdbc.sql("""
            insert into payout.answer_line (region_id, answer_id, line, reference, payout_id, amount_minor, currency,
                outcome, said)
            select ?, ?, line, reference, payout_id, amount_minor, currency, outcome, said
            from unnest(?::int[], ?::text[], ?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::text[])
                as l (line, reference, payout_id, amount_minor, currency, outcome, said)
            """)
                .param(region)
                .param(answer.id())
                .param(column(answer, BankAnswer.Line::number).toArray(Integer[]::new))
                .param(column(answer, BankAnswer.Line::reference).toArray(String[]::new))
                .param(answer.lines().stream().map(BankAnswer.Line::payout).toArray(UUID[]::new))
                .param(answer.lines().stream()
                        .map(line ->
                                line.amount() == null ? null : line.amount().minor())
                        .toArray(Long[]::new))
                .param(answer.lines().stream()
                        .map(line -> line.amount() == null
                                ? null
                                : line.amount().currency().getCurrencyCode())
                        .toArray(String[]::new))
                .param(column(answer, line -> line.effect().name()).toArray(String[]::new))
                .param(column(answer, BankAnswer.Line::said).toArray(String[]::new))
                .update();
    }

    Optional<BankAnswer> find(UUID id) {
        var region = RegionId.of(id).number();
        return jdbc.sql("select id, file, read_at, read_by from payout.answer where region_id = ? and id = ?")
                .params(region, id)
                .query((row, number) -> answer(row, lines(region, id)))
                .optional();
    }

    /** Without their lines, the newest first. */
    List<BankAnswer> newest(List<RegionId> regions, int limit) {
        return jdbc.sql("""
            select id, file, read_at, read_by from payout.answer
            where region_id = any (?) order by read_at desc, id desc limit ?
            """)
                .param(regions.stream().map(RegionId::number).toArray(Integer[]::new))
                .param(limit)
                .query((row, number) -> answer(row, List.of()))
                .list();
    }

    private List<BankAnswer.Line> lines(int region, UUID answer) {
        return jdbc.sql("""
            select line, reference, payout_id, amount_minor, currency, outcome, said from payout.answer_line
            where region_id = ? and answer_id = ? order by line
            """).params(region, answer).query(AnswerRows::line).list();
    }

    private static <T> List<T> column(BankAnswer answer, Function<BankAnswer.Line, T> value) {
        return answer.lines().stream().map(value).toList();
    }

    private static BankAnswer answer(ResultSet row, List<BankAnswer.Line> lines) throws SQLException {
        return new BankAnswer(
                row.getObject("id", UUID.class),
                row.getString("file"),
                row.getTimestamp("read_at").toInstant(),
                new PersonId(row.getObject("read_by", UUID.class)),
                lines);
    }

    private static BankAnswer.Line line(ResultSet row, int number) throws SQLException {
        var currency = row.getString("currency");
        return new BankAnswer.Line(
                row.getInt("line"),
                row.getString("reference"),
                row.getObject("payout_id", UUID.class),
                currency == null ? null : Money.of(row.getLong("amount_minor"), currency),
                BankAnswer.Effect.valueOf(row.getString("outcome")),
                row.getString("said"));
    }
}
