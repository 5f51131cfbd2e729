package org.townloop.loop.invoice;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Written;
import org.townloop.base.region.Regions;

/** What may be typed, and what it is read as. */
@Component
class InvoiceRules {

    static final int TITLE_MAX = 120;
    private static final int ADDRESS_MAX = 200;
    private static final int REGISTRATION_MAX = 80;
    private static final int EMAIL_MAX = 254;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;]+@[^\\s@<>\",;]+\\.[^\\s@<>\",;]{2,}");

    /** What is wanted, once it was read. */
    record Wanted(
            InvoiceRequest.Kind kind, Buyer buyer, @Nullable String email) {}

    private final Regions regions;

    InvoiceRules(Regions regions) {
        this.regions = regions;
    }

    /** Whether merchants there write fapiao: where money is the yuan. */
    boolean hasFapiao(RegionId region) {
        return regions.get(region).currency().getCurrencyCode().equals("CNY");
    }

    Outcome<Wanted> read(RegionId region, NewInvoiceRequest typed) {
        var kind = kind(typed.kind());
        var buyer = buyer(typed.buyer());
        if (kind.isEmpty() || buyer.isEmpty()) {
            return Outcome.refused(Refusal.of(InvoiceReason.INVOICE_KIND_UNKNOWN, kind.isEmpty() ? "kind" : "buyer"));
        }
        if (kind.get() == InvoiceRequest.Kind.FAPIAO && !hasFapiao(region)) {
            return Outcome.refused(Refusal.of(InvoiceReason.FAPIAO_NOT_HERE, "kind"));
        }
        var title = typed.title().strip();
        if (!Written.isName(title, TITLE_MAX)) {
            return Outcome.refused(Refusal.of(InvoiceReason.INVOICE_TITLE_INVALID, "title", Map.of("max", TITLE_MAX)));
        }
        var email = typed.email().strip();
        if (!email.isEmpty()
                && (email.length() > EMAIL_MAX || !EMAIL.matcher(email).matches())) {
            return Outcome.refused(Refusal.of(InvoiceReason.INVOICE_EMAIL_INVALID, "email"));
        }
        var needed = kind.get() == InvoiceRequest.Kind.FAPIAO && buyer.get() == Buyer.Kind.COMPANY;
        return number(region, typed.taxNumber(), needed)
                .map(number -> new Wanted(
                        kind.get(),
                        new Buyer(buyer.get(), title, number.orElse(null)),
                        email.isEmpty() ? null : email));
    }

    Outcome<Issuer> issuer(Issuer typed) {
        var seller = typed.seller();
        if (!Written.isName(seller.title(), TITLE_MAX)) {
            return Outcome.refused(Refusal.of(InvoiceReason.INVOICE_TITLE_INVALID, "title", Map.of("max", TITLE_MAX)));
        }
        if (!Written.isName(seller.address(), ADDRESS_MAX)) {
            return Outcome.refused(
                    Refusal.of(InvoiceReason.INVOICE_ADDRESS_INVALID, "address", Map.of("max", ADDRESS_MAX)));
        }
        if (!seller.registration().isEmpty() && !Written.isName(seller.registration(), REGISTRATION_MAX)) {
            return Outcome.refused(Refusal.of(
                    InvoiceReason.INVOICE_REGISTRATION_INVALID, "registration", Map.of("max", REGISTRATION_MAX)));
        }
        return number(typed.merchant().region(), seller.taxNumber(), true)
                .map(number -> new Issuer(
                        typed.merchant(),
                        typed.version(),
                        new Seller(seller.title(), seller.address(), seller.registration(), number.orElseThrow()),
                        typed.tax()));
    }

    private Outcome<Optional<String>> number(RegionId region, String typed, boolean needed) {
        if (typed.isBlank()) {
            return needed
                    ? Outcome.refused(Refusal.of(InvoiceReason.TAX_NUMBER_MISSING, "taxNumber"))
                    : Outcome.done(Optional.empty());
        }
        var number = TaxNumber.of(typed, !isKnown(region));
        return number.isEmpty()
                ? Outcome.refused(Refusal.of(InvoiceReason.TAX_NUMBER_INVALID, "taxNumber"))
                : Outcome.done(number.map(TaxNumber::value));
    }

    /** Whether the forms of all numbers of that country are known here. */
    private boolean isKnown(RegionId region) {
        return hasFapiao(region)
                || regions.get(region).currency().getCurrencyCode().equals("EUR");
    }

    private static Optional<InvoiceRequest.Kind> kind(String typed) {
        return switch (typed.strip().toUpperCase(Locale.ROOT)) {
            case "INVOICE" -> Optional.of(InvoiceRequest.Kind.INVOICE);
            case "FAPIAO" -> Optional.of(InvoiceRequest.Kind.FAPIAO);
            default -> Optional.empty();
        };
    }

    private static Optional<Buyer.Kind> buyer(String typed) {
        return switch (typed.strip().toUpperCase(Locale.ROOT)) {
            case "PERSON" -> Optional.of(Buyer.Kind.PERSON);
            case "COMPANY" -> Optional.of(Buyer.Kind.COMPANY);
            default -> Optional.empty();
        };
    }
}
