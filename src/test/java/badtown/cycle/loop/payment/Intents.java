package badtown.cycle.loop.payment;

import badtown.cycle.loop.ordering.Orders;
import java.util.List;

public class Intents {
    List<Orders> orders = List.of();
}
