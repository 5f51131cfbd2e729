package org.townloop.loop.payout;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Written;

/** Reads what banks answer: pain.002, what came back by camt.053 or camt.054, or a list with the columns reference, result, amount, currency and reason. */
final class AnswerFiles {

    static final int MOST_LINES = 20_000;
    private static final int LONGEST_SAID = 300;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final Map<String, String> CHINESE =
            Map.of("付款编号", "reference", "结果", "result", "金额", "amount", "币种", "currency", "原因", "reason");

    private AnswerFiles() {}

    static Outcome<List<AnswerLine>> read(byte[] file) {
        var text = new String(file, StandardCharsets.UTF_8);
        var bare = text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK ? text : text.substring(1);
        try {
            var lines = bare.stripLeading().startsWith("<") ? xml(bare) : list(bare);
            return lines.size() > MOST_LINES
                    ? Outcome.refused(Refusal.of(PayoutReason.ANSWER_TOO_LONG, "file", Map.of("max", MOST_LINES)))
                    : lines.isEmpty() ? unreadable() : Outcome.done(lines);
        } catch (IOException | XMLStreamException | IllegalArgumentException | UncheckedIOException e) {
            return unreadable();
        }
    }

    static String said(@Nullable String text) {
        var plain = Written.plain(text);
        return plain == null ? "" : plain.substring(0, Math.min(LONGEST_SAID, plain.length()));
    }

    private static Outcome<List<AnswerLine>> unreadable() {
        return Outcome.refused(Refusal.of(PayoutReason.ANSWER_UNREADABLE, "file"));
    }

    private static List<AnswerLine> xml(String text) throws XMLStreamException {
        return text.contains("CstmrPmtStsRpt") ? StatusReport.read(text) : BankStatement.read(text);
    }

    private static List<AnswerLine> list(String text) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        var lines = new ArrayList<AnswerLine>();
        try (var csv = format.parse(new StringReader(text))) {
            List<String> columns = List.of();
            for (var record : csv) {
                if (columns.isEmpty()) {
                    columns = columns(record);
                } else if (lines.size() <= MOST_LINES) {
                    lines.add(line(record, columns));
                }
            }
        }
        return lines;
    }

    private static List<String> columns(CSVRecord record) {
        var columns = record.stream()
                .map(name -> CHINESE.getOrDefault(name, name.toLowerCase(Locale.ROOT)))
                .toList();
        if (!columns.containsAll(List.of("reference", "result", "amount", "currency"))) {
            throw new IllegalArgumentException("no columns that we know");
        }
        return columns;
    }

    private static AnswerLine line(CSVRecord record, List<String> columns) {
        var amount = Decimals.read(cell(record, columns, "amount"), cell(record, columns, "currency"));
        if (amount.isEmpty()) {
            throw new IllegalArgumentException("no amount in line " + record.getRecordNumber());
        }
        return new AnswerLine(
                cell(record, columns, "reference"),
                result(cell(record, columns, "result")),
                amount.get(),
                said(cell(record, columns, "reason")));
    }

    private static AnswerLine.Result result(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "paid", "成功", "已付" -> AnswerLine.Result.PAID;
            case "failed", "失败", "退回" -> AnswerLine.Result.FAILED;
            case "returned", "退汇", "已退汇" -> AnswerLine.Result.RETURNED;
            default -> AnswerLine.Result.OTHER;
        };
    }

    private static String cell(CSVRecord record, List<String> columns, String name) {
        var at = columns.indexOf(name);
        return at < 0 || at >= record.size() ? "" : record.get(at);
    }
}
