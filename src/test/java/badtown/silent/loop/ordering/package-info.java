@ApplicationModule(id = "ordering")
package badtown.silent.loop.ordering;

import org.springframework.modulith.ApplicationModule;
