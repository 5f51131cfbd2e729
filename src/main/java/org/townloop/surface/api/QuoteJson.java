package org.townloop.surface.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.loop.quote.Due;
import org.townloop.loop.quote.Quotation;
import org.townloop.loop.quote.QuoteRequest;
import org.townloop.loop.quote.Stage;

/** Requests and written offers as JSON shows them. */
@Component
class QuoteJson {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RequestJson(
            UUID id,
            UUID offerId,
            String title,
            String state,
            OffsetDateTime askedAt,
            OffsetDateTime answerBy,
            @Nullable String reason,
            List<QuotationJson> quotations) {}

    record QuotationJson(
            UUID id,
            String number,
            int version,
            String state,
            List<LineJson> lines,
            Amount total,
            OffsetDateTime validUntil,
            OffsetDateTime start,
            int minutesADay,
            int days,
            List<StageJson> stages) {}

    record LineJson(String text, Amount amount) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StageJson(
            int number,
            String name,
            Amount amount,
            String due,
            @Nullable Integer daysBefore,
            @Nullable OffsetDateTime dueAt,
            @Nullable UUID orderId) {}

    private final Moments moments;

    QuoteJson(Moments moments) {
        this.moments = moments;
    }

    RequestJson of(QuoteRequest request, List<Quotation> quotations, Locale locale) {
        var region = request.id().region();
        return new RequestJson(
                request.id().value(),
                request.offer().value(),
                request.title().in(locale),
                request.state().name(),
                moments.in(region, request.askedAt()),
                moments.in(region, request.answerBy()),
                request.reason(),
                quotations.stream()
                        .map(quotation -> quotation(request, quotation))
                        .toList());
    }

    private QuotationJson quotation(QuoteRequest request, Quotation quotation) {
        var region = request.id().region();
        return new QuotationJson(
                quotation.id().value(),
                request.paper(quotation.version()),
                quotation.version(),
                quotation.state().name(),
                quotation.lines().stream()
                        .map(line -> new LineJson(line.text(), Amount.of(line.amount())))
                        .toList(),
                Amount.of(quotation.total()),
                moments.in(region, quotation.validUntil()),
                moments.in(region, quotation.work().start()),
                quotation.work().minutes(),
                quotation.work().days(),
                quotation.stages().stream().map(stage -> stage(request, stage)).toList());
    }

    private StageJson stage(QuoteRequest request, Stage stage) {
        var order = stage.order();
        return new StageJson(
                stage.number(),
                stage.name(),
                Amount.of(stage.amount()),
                stage.due().name(),
                stage.due() == Due.BEFORE_WORK ? stage.daysBefore() : null,
                moments.inNullable(request.id().region(), stage.dueAt()),
                order == null ? null : order.value());
    }
}
