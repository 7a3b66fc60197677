package org.offshelf.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.app.App;
import org.offshelf.app.AppKind;
import org.offshelf.app.AppStatus;
import org.offshelf.app.Apps;
import org.offshelf.app.Identifier;
import org.offshelf.app.Operator;
import org.offshelf.app.Operators;
import org.offshelf.category.Categories;
import org.offshelf.finding.CategoryBasis;
import org.offshelf.finding.Finding;
import org.offshelf.finding.FindingEvent;
import org.offshelf.finding.FindingEventKind;
import org.offshelf.finding.FindingStatus;
import org.offshelf.finding.Findings;
import org.offshelf.finding.Measure;
import org.offshelf.ledger.Citation;
import org.offshelf.ledger.RegistryRecord;
import org.offshelf.listing.Listing;
import org.offshelf.listing.ListingCause;
import org.offshelf.listing.ListingEvent;
import org.offshelf.listing.ListingStatus;
import org.offshelf.listing.Listings;
import org.offshelf.notice.Notice;
import org.offshelf.notice.NoticeKind;
import org.offshelf.notice.Notices;
import org.offshelf.store.Stores;

import io.quarkus.logging.Log;

/** Turns a notice and its rows into records, within the revision being written. */
@ApplicationScoped
class NoticeWriter {

    private static final String FILING_NUMBER = "icp";

    private final Notices notices;
    private final Findings findings;
    private final Listings listings;
    private final Apps apps;
    private final Operators operators;
    private final Stores stores;
    private final Categories categories;
    private final Identities identities;

    NoticeWriter(Notices notices, Findings findings, Listings listings, Apps apps, Operators operators, Stores stores,
            Categories categories, Identities identities) {
        this.notices = notices;
        this.findings = findings;
        this.listings = listings;
        this.apps = apps;
        this.operators = operators;
        this.stores = stores;
        this.categories = categories;
        this.identities = identities;
    }

    void write(Entries.NoticeEntry entry, SourceKeys sources) {
        Notice notice = notice(entry);
        sources.cite(notice, entry.cites());
        notices.persist(notice);
        Classifier classifier = new Classifier(categories.listAll());
        StoreSpellings spellings = new StoreSpellings(stores.listAll());
        int sequence = 0;
        for (Entries.FindingEntry row : Lists.of(entry.findings())) {
            Finding finding = finding(notice, entry, row, ++sequence);
            classify(finding, notice, row, classifier);
            finding.store = store(finding, spellings);
            if (Lists.of(row.cites()).isEmpty()) {
                finding.cite(sources.id(entry.cites().get(0).source()), locator(finding));
            } else {
                sources.cite(finding, row.cites());
            }
            Operator operator = operator(finding);
            App app = app(finding, row.kind() == null ? AppKind.APP : row.kind(), operator);
            finding.app = app.id;
            finding.operator = app.operator;
            if (finding.measure == Measure.REMOVE) {
                order(finding, notice, app);
            } else {
                app.consider(AppStatus.NAMED, finding.published, finding.deadline, finding.id);
            }
            apps.persist(app);
            findings.persist(finding);
        }
    }

    private static Notice notice(Entries.NoticeEntry entry) {
        Notice notice = new Notice();
        notice.id = entry.id();
        notice.regulator.addAll(entry.regulators());
        notice.kind = entry.kind();
        notice.title = entry.title();
        if (entry.batch() != null) {
            notice.batchYear = entry.batch().year();
            notice.batchNumber = entry.batch().number();
            notice.overallNumber = entry.batch().overall();
        }
        notice.published = entry.published();
        notice.publishedBasis = entry.publishedBasis();
        notice.deadline = entry.deadline();
        notice.declaredCount = entry.declaredCount();
        notice.declaredParts = Lists.of(entry.declaredParts());
        notice.follows = entry.follows();
        notice.legalBasis = Lists.of(entry.legalBasis());
        notice.category.addAll(Lists.of(entry.categories()));
        notice.summary = entry.summary();
        return notice;
    }

    private static Finding finding(Notice notice, Entries.NoticeEntry entry, Entries.FindingEntry row, int sequence) {
        Finding finding = new Finding();
        finding.id = notice.id + "-" + sequence;
        finding.notice = notice.id;
        finding.sequence = sequence;
        finding.published = notice.published;
        finding.measure = measure(notice, entry, row);
        finding.deadline = finding.measure == Measure.RECTIFY ? notice.deadline : null;
        finding.printedRow = row.row();
        finding.annex = row.annex() == null ? entry.annex() : row.annex();
        finding.appName = row.app();
        finding.developer = row.developer();
        finding.version = row.version();
        finding.storeName = row.store();
        finding.problem = row.problem();
        finding.filingNumber = row.filingNumber();
        finding.reading = row.reading() == null ? entry.reading() : row.reading();
        finding.status = finding.measure == Measure.REMOVE ? FindingStatus.REMOVAL_ORDERED : FindingStatus.NAMED;
        return finding;
    }

    private static Measure measure(Notice notice, Entries.NoticeEntry entry, Entries.FindingEntry row) {
        if (row.measure() != null) {
            return row.measure();
        }
        if (entry.measure() != null) {
            return entry.measure();
        }
        return notice.kind == NoticeKind.REMOVAL_ORDER ? Measure.REMOVE : Measure.RECTIFY;
    }

    /** By the printed problems; without any, by what the notice states for all its apps. */
    private static void classify(Finding finding, Notice notice, Entries.FindingEntry row, Classifier classifier) {
        if (!Lists.of(row.categories()).isEmpty()) {
            finding.category = new TreeSet<>(row.categories());
            finding.categoryBasis = CategoryBasis.CURATOR;
        } else if (finding.problem != null) {
            Classifier.Classification classification = classifier.classify(finding.problem);
            finding.category = new TreeSet<>(classification.categories());
            finding.categoryBasis = CategoryBasis.PROBLEM;
            classification.unknown().forEach(phrase -> Log.warnf("%s: no category has the phrase `%s`", finding.id, phrase));
        } else if (!notice.category.isEmpty()) {
            finding.category = new TreeSet<>(notice.category);
            finding.categoryBasis = CategoryBasis.NOTICE;
        }
    }

    private static String store(Finding finding, StoreSpellings spellings) {
        Optional<String> store = spellings.find(finding.storeName);
        if (store.isEmpty() && finding.storeName != null) {
            Log.warnf("%s: no store has the spelling `%s`", finding.id, finding.storeName);
        }
        return store.orElse(null);
    }

    /** @return null when the row names no developer */
    private Operator operator(Finding finding) {
        if (finding.developer == null) {
            return null;
        }
        Operator operator = identities.operator(finding.developer);
        cite(operator, finding);
        operators.persist(operator);
        return operator;
    }

    private App app(Finding finding, AppKind kind, Operator operator) {
        App app = identities.app(kind, finding.appName, operator);
        if (finding.filingNumber != null) {
            app.identifier.add(new Identifier(FILING_NUMBER, finding.filingNumber));
        }
        cite(app, finding);
        return app;
    }

    private static String locator(Finding finding) {
        List<String> parts = new ArrayList<>();
        if (finding.annex != null) {
            parts.add(finding.annex);
        }
        if (finding.printedRow != null) {
            parts.add("row " + finding.printedRow);
        }
        return String.join(", ", parts);
    }

    /** An order stands in the app's listing, and shows that the notice it follows has come to nothing. */
    private void order(Finding finding, Notice notice, App app) {
        apps.persist(app);
        String source = finding.citation.iterator().next().source();
        escalate(finding, notice, source);
        Listing listing = listing(app.id, finding.store == null ? StoreSpellings.ALL : finding.store);
        cite(listing, finding);
        listing.happened(new ListingEvent(ListingStatus.REMOVAL_ORDERED, finding.published, ListingCause.ORDERED, notice.id,
                source, null));
        listings.persist(listing);
        app.consider(AppStatus.REMOVAL_ORDERED, finding.published, null, listing.id);
    }

    private void escalate(Finding order, Notice notice, String source) {
        if (notice.follows == null) {
            return;
        }
        for (Finding earlier : findings.list("notice = ?1 and app = ?2", notice.follows, order.app)) {
            if (earlier.event.stream().anyMatch(event -> notice.id.equals(event.notice()))) {
                continue; // an order can name an app once for each store
            }
            LocalDate day = order.published;
            earlier.happened(new FindingEvent(FindingEventKind.NOT_RECTIFIED, day, notice.id, source, null));
            earlier.happened(new FindingEvent(FindingEventKind.ESCALATED, day, notice.id, source, null));
        }
    }

    /** The app's listing in the store, or a new one to be filled in and persisted. */
    Listing listing(String app, String store) {
        String id = Listing.idOf(app, store);
        return listings.findByIdOptional(id).orElseGet(() -> {
            Listing listing = new Listing();
            listing.id = id;
            listing.app = app;
            listing.store = store;
            return listing;
        });
    }

    /** An app, its operator and its listings rest on the documents that name them. */
    private static void cite(RegistryRecord.Cited cited, Finding finding) {
        for (Citation citation : finding.citation) {
            cited.cite(citation.source(), citation.locator());
        }
    }
}
