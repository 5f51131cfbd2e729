package org.townloop.loop.payout;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;

/** A run as ISO 20022 CustomerCreditTransferInitiationV09 (pain.001.001.09): one group, one debtor, one transfer a payout. */
final class CreditTransfers {

    static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    private final Elements xml;
    private final PayoutRun run;
    private final Debtor debtor;

    private CreditTransfers(Elements xml, PayoutRun run, Debtor debtor) {
        this.xml = xml;
        this.run = run;
        this.debtor = debtor;
    }

    static byte[] write(PayoutRun run, Debtor debtor, List<BankFiles.Transfer> transfers) {
        var bytes = new ByteArrayOutputStream();
        try {
            var out = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new CreditTransfers(new Elements(out), run, debtor).document(transfers);
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a file in memory could not be written", e);
        }
        return bytes.toByteArray();
    }

    private void document(List<BankFiles.Transfer> transfers) throws XMLStreamException {
        var sum = transfers.stream()
                .map(transfer -> transfer.payout().amount())
                .reduce(Money.zero(run.totals().amount().currency()), Money::plus);
        var count = Integer.toString(transfers.size());
        xml.document(
                "Document",
                NAMESPACE,
                () -> xml.in("CstmrCdtTrfInitn", () -> {
                    xml.in("GrpHdr", () -> {
                        xml.text("MsgId", run.message());
                        xml.text(
                                "CreDtTm",
                                DateTimeFormatter.ISO_INSTANT.format(
                                        run.madeAt().truncatedTo(ChronoUnit.SECONDS)));
                        xml.text("NbOfTxs", count);
                        xml.text("CtrlSum", Decimals.of(sum));
                        xml.in("InitgPty", () -> xml.text("Nm", debtor.name()));
                    });
                    xml.in("PmtInf", () -> payments(transfers, count, sum));
                }));
    }

    private void payments(List<BankFiles.Transfer> transfers, String count, Money sum) throws XMLStreamException {
        xml.text("PmtInfId", run.message() + "-1");
        xml.text("PmtMtd", "TRF");
        xml.text("NbOfTxs", count);
        xml.text("CtrlSum", Decimals.of(sum));
        xml.in("ReqdExctnDt", () -> xml.text("Dt", run.executeOn().toString()));
        xml.in("Dbtr", () -> xml.text("Nm", debtor.name()));
        xml.in("DbtrAcct", () -> number(debtor.number()));
        xml.in("DbtrAgt", () -> xml.in("FinInstnId", () -> bank(debtor.bank())));
        for (var transfer : transfers) {
            xml.in("CdtTrfTxInf", () -> transfer(transfer));
        }
    }

    private void transfer(BankFiles.Transfer transfer) throws XMLStreamException {
        var payout = transfer.payout();
        var account = transfer.account();
        xml.in("PmtId", () -> {
            xml.text("InstrId", payout.reference());
            xml.text("EndToEndId", payout.reference());
        });
        xml.in(
                "Amt",
                () -> xml.text(
                        "InstdAmt", "Ccy", payout.amount().currency().getCurrencyCode(), Decimals.of(payout.amount())));
        xml.in("CdtrAgt", () -> xml.in("FinInstnId", () -> bank(account)));
        xml.in("Cdtr", () -> xml.text("Nm", account.holder()));
        xml.in("CdtrAcct", () -> number(account.number()));
        xml.in("RmtInf", () -> xml.text("Ustrd", "Townloop " + payout.dueOn() + " " + payout.reference()));
    }

    private void number(String number) throws XMLStreamException {
        xml.in("Id", () -> {
            if (AccountNumber.isIban(number)) {
                xml.text("IBAN", number);
            } else {
                xml.in("Othr", () -> xml.text("Id", number));
            }
        });
    }

    private void bank(BankAccount account) throws XMLStreamException {
        switch (account.scheme()) {
            case IBAN -> bank(account.bankCode());
            case CN -> {
                xml.in("ClrSysMmbId", () -> {
                    xml.in("ClrSysId", () -> xml.text("Cd", "CNAPS"));
                    xml.text("MmbId", Objects.requireNonNull(account.bankCode()));
                });
                xml.text("Nm", Objects.requireNonNull(account.bankName()));
            }
        }
    }

    private void bank(@Nullable String bic) throws XMLStreamException {
        if (bic == null) {
            xml.in("Othr", () -> xml.text("Id", "NOTPROVIDED"));
        } else {
            xml.text("BICFI", bic);
        }
    }
}
