package org.townloop.loop.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.townloop.TestClock;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.merchant.MerchantId;
import org.townloop.supply.merchant.PlaceId;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

class UblInvoiceTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @Test
    void itsLinesAddUpAndItsAmountsAgree() throws Exception {
        var ubl = parsed(UblInvoice.of(invoice(Invoice.Kind.INVOICE, null), null, ZONE));
        assertThat(ubl.getDocumentElement().getNamespaceURI())
                .isEqualTo("urn:oasis:names:specification:ubl:schema:xsd:Invoice-2");
        var amounts = ubl.getElementsByTagName("cbc:LineExtensionAmount");
        var lines = BigDecimal.ZERO;
        for (int i = 1; i < amounts.getLength(); i++) {
            lines = lines.add(new BigDecimal(amounts.item(i).getTextContent()));
        }
        assertThat(amounts.getLength()).isEqualTo(3);
        assertThat(lines).isEqualByComparingTo(text(ubl, "cbc:LineExtensionAmount"));
        assertThat(new BigDecimal(text(ubl, "cbc:TaxExclusiveAmount")).add(new BigDecimal(text(ubl, "cbc:TaxAmount"))))
                .isEqualByComparingTo(text(ubl, "cbc:TaxInclusiveAmount"));
        assertThat(text(ubl, "cbc:PayableAmount")).isEqualTo("0.00");
        assertThat(text(ubl, "cbc:InvoiceTypeCode")).isEqualTo("380");
    }

    @Test
    void whatIsTypedStaysText() throws Exception {
        var ubl = parsed(UblInvoice.of(invoice(Invoice.Kind.INVOICE, null), null, ZONE));
        var names = ubl.getElementsByTagName("cbc:RegistrationName");
        assertThat(names.item(1).getTextContent()).isEqualTo("<b>&\"Lin\"</b>");
    }

    @Test
    void aCreditNoteNamesWhatItCorrects() throws Exception {
        var note = invoice(Invoice.Kind.CREDIT_NOTE, UUID.randomUUID());
        var ubl = parsed(UblInvoice.of(note, "INV-2026-000001", ZONE));
        assertThat(ubl.getDocumentElement().getLocalName()).isEqualTo("CreditNote");
        assertThat(text(ubl, "cbc:CreditNoteTypeCode")).isEqualTo("381");
        assertThat(ubl.getElementsByTagName("cac:InvoiceDocumentReference")
                        .item(0)
                        .getTextContent())
                .isEqualTo("INV-2026-000001");
        assertThat(UblInvoice.of(note, "INV-2026-000001", ZONE))
                .isEqualTo(UblInvoice.of(note, "INV-2026-000001", ZONE));
    }

    @Test
    void invoicesAndCreditNotesAreAsTheSchemaOfUblSays() throws Exception {
        requireValid("Invoice", UblInvoice.of(invoice(Invoice.Kind.INVOICE, null), null, ZONE));
        var note = invoice(Invoice.Kind.CREDIT_NOTE, UUID.randomUUID());
        requireValid("CreditNote", UblInvoice.of(note, "INV-2026-000001", ZONE));
    }

    /** The control: what stands in another order than the schema says is found. */
    @Test
    void theSchemaFindsWhatStandsInAnotherOrder() throws Exception {
        var ubl = UblInvoice.of(invoice(Invoice.Kind.INVOICE, null), null, ZONE);
        var number = ubl.substring(ubl.indexOf("<cbc:ID>"), ubl.indexOf("</cbc:ID>") + "</cbc:ID>".length());
        var moved = ubl.replaceFirst(Pattern.quote(number), "").replace("</Invoice>", number + "</Invoice>");
        assertThat(moved).isNotEqualTo(ubl);
        assertThatThrownBy(() -> requireValid("Invoice", moved)).isInstanceOf(SAXException.class);
    }

    private static void requireValid(String kind, String ubl) throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new Source[] {
                    schema("schemas/xmldsig-core-schema.xsd"),
                    schema("schemas/CCTS_CCT_SchemaModule.xsd"),
                    schema("external/schemas/ubl21/maindoc/UBL-" + kind + "-2.1.xsd")
                })
                .newValidator()
                .validate(new StreamSource(new StringReader(ubl)));
    }

    private static Source schema(String resource) {
        return new StreamSource(
                Objects.requireNonNull(UblInvoiceTest.class.getClassLoader().getResource(resource))
                        .toExternalForm());
    }

    private static String text(Document ubl, String name) {
        return ubl.getElementsByTagName(name).item(0).getTextContent();
    }

    private static Document parsed(String xml) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static Invoice invoice(Invoice.Kind kind, @Nullable UUID corrects) {
        var region = new RegionId(990_003);
        var id = Ids.next(region, TestClock.START);
        var tax = new Tax(1_900, true);
        var parts = List.of(Money.of(9_999, "EUR"), Money.of(-1_001, "EUR"));
        var taxed = tax.of(parts);
        var paid = Money.of(8_998, "EUR");
        return new Invoice(
                id,
                new MerchantId(id),
                new PlaceId(id),
                new OrderId(id),
                id,
                kind,
                2026,
                1,
                corrects,
                TestClock.START,
                tax,
                paid,
                tax.of(paid),
                new Seller("Salon GmbH", "Ring 1, 10115 Berlin", "HRB 1", "DE136695976"),
                new Buyer(Buyer.Kind.PERSON, "<b>&\"Lin\"</b>", null),
                corrects == null ? "" : "Another title",
                List.of(
                        new Invoice.Line(
                                Invoice.LineKind.SALE, Words.of("Haircut", "剪发"), 1, parts.get(0), taxed.get(0)),
                        new Invoice.Line(Invoice.LineKind.GIVEN_BACK, null, 1, parts.get(1), taxed.get(1))));
    }
}
