package org.townloop.loop.payout;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;

/**
 * Reads ISO 20022 CustomerPaymentStatusReport (pain.002), whatever its version: what it says of each transfer. What it says
 * of a whole file only, it says of no payout.
 */
final class StatusReport {

    private final List<AnswerLine> lines = new ArrayList<>();
    private final Deque<String> path = new ArrayDeque<>();

    private @Nullable String reference;
    private @Nullable String status;
    private @Nullable String code;
    private @Nullable String words;
    private @Nullable Money amount;
    private String currency = "";

    private StatusReport() {}

    /** @throws IllegalArgumentException if it is no such report */
    static List<AnswerLine> read(String xml) throws XMLStreamException {
        var reader = reader(xml);
        try {
            return new StatusReport().read(reader);
        } finally {
            reader.close();
        }
    }

    /** Reads what others have written, and nothing besides it. */
    static XMLStreamReader reader(String xml) throws XMLStreamException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(new StringReader(xml));
    }

    private List<AnswerLine> read(XMLStreamReader reader) throws XMLStreamException {
        var isReport = false;
        while (reader.hasNext() && lines.size() <= AnswerFiles.MOST_LINES) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    path.push(reader.getLocalName());
                    isReport = isReport || reader.getLocalName().equals("CstmrPmtStsRpt");
                    begin(reader);
                }
                case XMLStreamConstants.CHARACTERS -> text(reader.getText().strip());
                case XMLStreamConstants.END_ELEMENT -> end(path.pop());
                default -> {}
            }
        }
        if (!isReport) {
            throw new IllegalArgumentException("no status report");
        }
        return lines;
    }

    private void begin(XMLStreamReader reader) {
        switch (reader.getLocalName()) {
            case "TxInfAndSts" -> {
                reference = null;
                status = null;
                code = null;
                words = null;
                amount = null;
            }
            case "InstdAmt" -> currency = Objects.requireNonNullElse(reader.getAttributeValue(null, "Ccy"), "");
            default -> {}
        }
    }

    private void text(String text) {
        if (text.isEmpty() || !path.contains("TxInfAndSts")) {
            return;
        }
        switch (Objects.requireNonNull(path.peek())) {
            case "OrgnlEndToEndId" -> reference = text;
            case "TxSts" -> status = text;
            case "Cd", "Prtry" -> code = path.contains("Rsn") ? text : code;
            case "AddtlInf" -> words = words == null ? text : words + " " + text;
            case "InstdAmt" ->
                amount = Decimals.read(text, currency)
                        .orElseThrow(() -> new IllegalArgumentException("no amount: " + text));
            default -> {}
        }
    }

    private void end(String element) {
        if (element.equals("TxInfAndSts")) {
            var known = Objects.requireNonNullElse(status, "");
            lines.add(new AnswerLine(Objects.requireNonNullElse(reference, ""), result(known), amount, said(known)));
        }
    }

    /** Why, or the status if the bank gives no reason. */
    private String said(String known) {
        var why = words == null ? code : code == null ? words : code + ": " + words;
        return AnswerFiles.said(why == null ? known : why);
    }

    /** Settled, or rejected; all else (received, accepted, pending) is on its way. */
    private static AnswerLine.Result result(String status) {
        return switch (status) {
            case "ACSC", "ACCC" -> AnswerLine.Result.PAID;
            case "RJCT", "CANC" -> AnswerLine.Result.REJECTED;
            default -> AnswerLine.Result.OTHER;
        };
    }
}
