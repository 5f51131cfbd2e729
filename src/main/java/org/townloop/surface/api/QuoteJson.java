package org.townloop.surface.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.loop.quote.Due;
import org.townloop.loop.quote.Quotation;
import org.townloop.loop.quote.QuoteMessage;
import org.townloop.loop.quote.QuoteRequest;
import org.townloop.loop.quote.Stage;
import org.townloop.loop.quote.StageMoney;
import org.townloop.loop.quote.SurveyTime;

/** Requests and quotations as JSON shows them. */
@Component
class QuoteJson {

    /** What is told of a request besides itself; nothing of it in a list. */
    record Told(
            List<Quotation> quotations, StageMoney money, List<SurveyTime> surveyTimes, List<QuoteMessage> messages) {

        static final Told NOTHING = new Told(List.of(), new StageMoney(Map.of(), Map.of()), List.of(), List.of());
    }

    /**
     * A request.
     *
     * @param asked what was asked; its texts are left out once they are forgotten
     * @param surveyTimes of which one is to be chosen, while the state is SURVEY_PROPOSED
     * @param survey when somebody comes to look
     * @param photos how many photographs were sent with it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RequestJson(
            UUID id,
            UUID offerId,
            UUID placeId,
            String title,
            String state,
            OffsetDateTime askedAt,
            OffsetDateTime answerBy,
            @Nullable String reason,
            AskedJson asked,
            int photos,
            List<SurveyTimeJson> surveyTimes,
            @Nullable SurveyJson survey,
            List<MessageJson> messages,
            List<QuotationJson> quotations) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AskedJson(
            @Nullable String words,
            @Nullable String wished,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String destination,
            Map<String, String> answers) {}

    record SurveyTimeJson(int number, OffsetDateTime start, OffsetDateTime end) {}

    record SurveyJson(OffsetDateTime start, OffsetDateTime end) {}

    record MessageJson(boolean byPlace, String words, OffsetDateTime at) {}

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

    /** @param refund what goes back of it, once it was called off */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StageJson(
            int number,
            String name,
            Amount amount,
            String due,
            @Nullable Integer daysBefore,
            @Nullable OffsetDateTime dueAt,
            @Nullable UUID orderId,
            @Nullable Amount refund) {}

    private final Moments moments;

    QuoteJson(Moments moments) {
        this.moments = moments;
    }

    RequestJson of(QuoteRequest request, Told told, Locale locale) {
        var region = request.id().region();
        var survey = request.survey();
        return new RequestJson(
                request.id().value(),
                request.offer().value(),
                request.place().value(),
                request.title().in(locale),
                request.state().name(),
                moments.in(region, request.askedAt()),
                moments.in(region, request.answerBy()),
                request.reason(),
                asked(request),
                request.photos().size(),
                told.surveyTimes().stream()
                        .map(time -> new SurveyTimeJson(
                                time.number(), moments.in(region, time.at()), moments.in(region, time.ends())))
                        .toList(),
                survey == null
                        ? null
                        : new SurveyJson(moments.in(region, survey.at()), moments.in(region, survey.ends())),
                told.messages().stream()
                        .map(message ->
                                new MessageJson(message.byStaff(), message.words(), moments.in(region, message.at())))
                        .toList(),
                told.quotations().stream()
                        .map(quotation -> quotation(request, quotation, told.money()))
                        .toList());
    }

    private static AskedJson asked(QuoteRequest request) {
        return new AskedJson(
                request.words(),
                request.wished(),
                request.phone(),
                request.address(),
                request.destination(),
                request.answers());
    }

    private QuotationJson quotation(QuoteRequest request, Quotation quotation, StageMoney money) {
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
                quotation.stages().stream()
                        .map(stage -> stage(request, stage, money))
                        .toList());
    }

    private StageJson stage(QuoteRequest request, Stage stage, StageMoney money) {
        var order = stage.order();
        var back = money.back(stage);
        return new StageJson(
                stage.number(),
                stage.name(),
                Amount.of(stage.amount()),
                stage.due().name(),
                stage.due() == Due.BEFORE_WORK ? stage.daysBefore() : null,
                moments.inNullable(request.id().region(), stage.dueAt()),
                order == null ? null : order.value(),
                back == null ? null : Amount.of(back));
    }
}
