package org.townloop.loop.payout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;

/**
 * Reads ISO 20022 statements and notifications of an account (camt.052, 053, 054), whatever their version: which of our
 * transfers came back, as it says in {@code RtrInf}. What it says of other transfers is no answer.
 */
final class BankStatement {

    private final List<AnswerLine> lines = new ArrayList<>();
    private final Deque<String> path = new ArrayDeque<>();

    private String currency = "";
    private @Nullable Money entryAmount;
    private boolean entryCredits;
    private boolean entryBooked;

    private @Nullable String reference;
    private @Nullable Money amount;
    private @Nullable Boolean credits;
    private boolean isReturn;
    private @Nullable String code;
    private @Nullable String words;

    private BankStatement() {}

    /** @throws IllegalArgumentException if it is no such file */
    static List<AnswerLine> read(String xml) throws XMLStreamException {
        var reader = StatusReport.reader(xml);
        try {
            return new BankStatement().read(reader);
        } finally {
            reader.close();
        }
    }

    private List<AnswerLine> read(XMLStreamReader reader) throws XMLStreamException {
        var isStatement = false;
        while (reader.hasNext() && lines.size() <= AnswerFiles.MOST_LINES) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    path.push(reader.getLocalName());
                    isStatement = isStatement || reader.getLocalName().startsWith("BkToCstmr");
                    begin(reader);
                }
                case XMLStreamConstants.CHARACTERS -> text(reader.getText().strip());
                case XMLStreamConstants.END_ELEMENT -> end(path.pop());
                default -> {}
            }
        }
        if (!isStatement) {
            throw new IllegalArgumentException("no statement");
        }
        return lines;
    }

    private void begin(XMLStreamReader reader) {
        switch (reader.getLocalName()) {
            case "Ntry" -> {
                entryAmount = null;
                entryCredits = false;
                entryBooked = false;
            }
            case "TxDtls" -> {
                reference = null;
                amount = null;
                credits = null;
                isReturn = false;
                code = null;
                words = null;
            }
            case "RtrInf" -> isReturn = true;
            case "Amt" -> currency = Objects.requireNonNullElse(reader.getAttributeValue(null, "Ccy"), "");
            default -> {}
        }
    }

    private void text(String text) {
        if (text.isEmpty() || !path.contains("Ntry")) {
            return;
        }
        if (path.contains("TxDtls")) {
            ofTransfer(text);
        } else {
            ofEntry(text);
        }
    }

    private void ofEntry(String text) {
        switch (Objects.requireNonNull(path.peek())) {
            case "Amt" -> entryAmount = isIn("Ntry") ? money(text) : entryAmount;
            case "CdtDbtInd" -> entryCredits = isIn("Ntry") ? text.equals("CRDT") : entryCredits;
            case "Sts", "Cd" -> entryBooked = entryBooked || (path.contains("Sts") && text.equals("BOOK"));
            default -> {}
        }
    }

    private void ofTransfer(String text) {
        switch (Objects.requireNonNull(path.peek())) {
            case "EndToEndId" -> reference = text;
            case "Amt" -> amount = isIn("TxDtls") || isIn("TxAmt") ? money(text) : amount;
            case "CdtDbtInd" -> credits = isIn("TxDtls") ? Boolean.valueOf(text.equals("CRDT")) : credits;
            case "Cd", "Prtry" -> code = path.contains("RtrInf") && path.contains("Rsn") ? text : code;
            case "AddtlInf" -> words = path.contains("RtrInf") ? words == null ? text : words + " " + text : words;
            default -> {}
        }
    }

    /** Whether the element that is read is right below this one. */
    private boolean isIn(String parent) {
        var names = path.iterator();
        names.next();
        return names.hasNext() && names.next().equals(parent);
    }

    private Money money(String text) {
        return Decimals.read(text, currency).orElseThrow(() -> new IllegalArgumentException("no amount: " + text));
    }

    private void end(String element) {
        if (!element.equals("TxDtls") || reference == null) {
            return;
        }
        var why = words == null ? code : code == null ? words : code + ": " + words;
        var cameBack = isReturn && entryBooked && Objects.requireNonNullElse(credits, entryCredits);
        var line = new AnswerLine(
                reference,
                cameBack ? AnswerLine.Result.RETURNED : AnswerLine.Result.OTHER,
                Objects.requireNonNullElse(amount, entryAmount),
                AnswerFiles.said(why));
        if (line.payout() != null) {
            lines.add(line);
        }
    }
}
