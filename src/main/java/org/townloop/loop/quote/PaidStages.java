package org.townloop.loop.quote;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ordering.Cancellation;
import org.townloop.loop.ordering.CancellationState;
import org.townloop.loop.ordering.Cancellations;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;

/** The orders that are stages: of which quotation each is, and what became of their money. */
@Component
public class PaidStages {

    /** An order that is a stage. Only its resident and its place are told of it. */
    public record Part(QuoteRequest request, Quotation quotation, Stage stage) {}

    private final Requests requests;
    private final Quotations quotations;
    private final Stages stages;
    private final Orders orders;
    private final Cancellations cancellations;

    PaidStages(Requests requests, Quotations quotations, Stages stages, Orders orders, Cancellations cancellations) {
        this.requests = requests;
        this.quotations = quotations;
        this.stages = stages;
        this.orders = orders;
        this.cancellations = cancellations;
    }

    /** Nothing if the order is no stage, or not any more since it was not paid in time. */
    public Optional<Part> of(OrderId order) {
        return stages.quotationOf(order)
                .map(quotations::get)
                .flatMap(quotation -> quotation.stages().stream()
                        .filter(stage -> order.equals(stage.order()))
                        .findFirst()
                        .map(stage -> new Part(requests.get(quotation.request()), quotation, stage)));
    }

    /** The orders of the stages of quotations, and what went back of those that were called off. */
    public StageMoney money(Collection<Quotation> of) {
        var made = of.stream()
                .flatMap(quotation -> quotation.stages().stream())
                .flatMap(stage -> Stream.ofNullable(stage.order()))
                .toList();
        return made.isEmpty() ? StageMoney.NONE : new StageMoney(orders.get(made), back(made));
    }

    private Map<OrderId, Money> back(List<OrderId> made) {
        return cancellations.of(made).values().stream()
                .filter(each -> each.state() != CancellationState.FALLEN_AWAY)
                .collect(Collectors.toMap(Cancellation::order, Cancellation::refund));
    }
}
