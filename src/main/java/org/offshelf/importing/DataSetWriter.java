package org.offshelf.importing;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.app.App;
import org.offshelf.app.AppKind;
import org.offshelf.app.Apps;
import org.offshelf.app.Operator;
import org.offshelf.app.Operators;
import org.offshelf.category.Categories;
import org.offshelf.category.Category;
import org.offshelf.correction.Correction;
import org.offshelf.correction.Corrections;
import org.offshelf.coverage.Survey;
import org.offshelf.coverage.Surveys;
import org.offshelf.listing.Listing;
import org.offshelf.listing.ListingEvent;
import org.offshelf.listing.Listings;
import org.offshelf.penalty.Penalties;
import org.offshelf.penalty.Penalty;
import org.offshelf.penalty.Statement;
import org.offshelf.penalty.Statements;
import org.offshelf.regulator.Regulator;
import org.offshelf.regulator.Regulators;
import org.offshelf.source.Source;
import org.offshelf.source.Sources;
import org.offshelf.store.Store;
import org.offshelf.store.Stores;

/** Writes the entries of one file of a data set as records, within the revision being written. */
@ApplicationScoped
class DataSetWriter {

    private final Sources sources;
    private final Regulators regulators;
    private final Stores stores;
    private final Categories categories;
    private final Operators operators;
    private final Apps apps;
    private final Listings listings;
    private final Penalties penalties;
    private final Statements statements;
    private final Corrections corrections;
    private final Surveys surveys;
    private final KnownReader known;
    private final NoticeWriter notices;

    DataSetWriter(Sources sources, Regulators regulators, Stores stores, Categories categories, Operators operators,
            Apps apps, Listings listings, Penalties penalties, Statements statements, Corrections corrections, Surveys surveys,
            KnownReader known,
            NoticeWriter notices) {
        this.sources = sources;
        this.regulators = regulators;
        this.stores = stores;
        this.categories = categories;
        this.operators = operators;
        this.apps = apps;
        this.listings = listings;
        this.penalties = penalties;
        this.statements = statements;
        this.corrections = corrections;
        this.surveys = surveys;
        this.known = known;
        this.notices = notices;
    }

    void write(Object content, SourceKeys keys) {
        if (content instanceof Entries.Sources entries) {
            entries.sources().forEach(entry -> write(entry, keys));
        } else if (content instanceof Entries.Regulators entries) {
            entries.regulators().forEach(entry -> write(entry, keys));
        } else if (content instanceof Entries.Stores entries) {
            entries.stores().forEach(entry -> write(entry, keys));
        } else if (content instanceof Entries.Categories entries) {
            entries.categories().forEach(entry -> write(entry, keys));
        } else if (content instanceof Entries.Operators entries) {
            Identities identities = identities();
            entries.operators().forEach(entry -> write(entry, keys, identities));
        } else if (content instanceof Entries.Apps entries) {
            Identities identities = identities();
            entries.apps().forEach(entry -> write(entry, keys, identities));
        } else if (content instanceof Entries.NoticeEntry entry) {
            notices.write(entry, keys);
        } else if (content instanceof Entries.Penalties entries) {
            Identities identities = identities();
            entries.penalties().forEach(entry -> write(entry, keys, identities));
        } else if (content instanceof Entries.Statements entries) {
            Identities identities = identities();
            entries.statements().forEach(entry -> write(entry, keys, identities));
        } else if (content instanceof Entries.Surveys entries) {
            entries.surveys().forEach(entry -> write(entry, keys));
        } else if (content instanceof Entries.Observations entries) {
            Identities identities = identities();
            Lists.of(entries.observations()).forEach(entry -> write(entry, keys, identities));
        } else if (content instanceof Entries.Corrections entries) {
            Lists.of(entries.corrections()).forEach(entry -> write(entry, keys));
        }
    }

    private Identities identities() {
        return new Identities(known.read(), apps, operators);
    }

    private void write(Entries.SourceEntry entry, SourceKeys keys) {
        Source source = new Source();
        source.id = keys.id(entry.key());
        source.kind = entry.kind();
        source.title = entry.title();
        source.publisher = entry.publisher();
        source.url = entry.url();
        source.published = entry.published();
        source.retrieved = entry.retrieved();
        source.sha256 = entry.sha256();
        source.language = entry.language();
        sources.persist(source);
    }

    private void write(Entries.RegulatorEntry entry, SourceKeys keys) {
        Regulator regulator = new Regulator();
        regulator.id = entry.id();
        regulator.nameZh = entry.nameZh();
        regulator.nameEn = entry.nameEn();
        regulator.abbreviation = entry.abbreviation();
        regulator.level = entry.level();
        regulator.parent = entry.parent();
        regulator.jurisdiction = entry.jurisdiction();
        keys.cite(regulator, entry.cites());
        regulators.persist(regulator);
    }

    private void write(Entries.StoreEntry entry, SourceKeys keys) {
        Store store = new Store();
        store.id = entry.id();
        store.nameZh = entry.nameZh();
        store.nameEn = entry.nameEn();
        store.kind = entry.kind();
        store.spellings = Lists.of(entry.spellings());
        keys.cite(store, entry.cites());
        stores.persist(store);
    }

    private void write(Entries.CategoryEntry entry, SourceKeys keys) {
        Category category = new Category();
        category.id = entry.id();
        category.group = entry.parent();
        category.labelZh = entry.labelZh();
        category.labelEn = entry.labelEn();
        category.definitionZh = entry.definitionZh();
        category.definitionEn = entry.definitionEn();
        category.legalBasis = Lists.of(entry.legalBasis());
        category.phrases = Lists.of(entry.phrases());
        keys.cite(category, entry.cites());
        categories.persist(category);
    }

    private void write(Entries.OperatorEntry entry, SourceKeys keys, Identities identities) {
        Operator operator = identities.operator(entry.nameZh());
        operator.nameEn = entry.nameEn();
        operator.aliases = Lists.of(entry.aliases());
        operator.province = entry.province();
        operator.creditCode = entry.creditCode();
        save(operator, entry.cites(), keys);
    }

    private void write(Entries.AppEntry entry, SourceKeys keys, Identities identities) {
        Operator operator = entry.operator() == null ? null
                : save(identities.operator(entry.operator()), entry.cites(), keys);
        App app = identities.app(entry.kind(), entry.name(), operator);
        app.aliases = Lists.of(entry.aliases());
        app.identifier.addAll(Lists.of(entry.identifiers()));
        save(app, entry.cites(), keys);
    }

    private Operator save(Operator operator, List<Entries.Cite> cites, SourceKeys keys) {
        keys.cite(operator, cites);
        operators.persist(operator);
        return operator;
    }

    private App save(App app, List<Entries.Cite> cites, SourceKeys keys) {
        keys.cite(app, cites);
        apps.persist(app);
        return app;
    }

    private void write(Entries.PenaltyEntry entry, SourceKeys keys, Identities identities) {
        Operator operator = save(identities.operator(entry.operator()), entry.cites(), keys);
        Penalty penalty = new Penalty();
        penalty.id = penaltyId(entry.key());
        penalty.regulator = entry.regulator();
        penalty.operator = operator.id;
        for (String name : Lists.of(entry.apps())) {
            penalty.app.add(save(identities.app(AppKind.APP, name, operator), entry.cites(), keys).id);
        }
        penalty.kind = entry.kind();
        penalty.measures = Lists.of(entry.measures());
        penalty.amount = entry.amount();
        penalty.currency = entry.currency();
        penalty.reportedAmount = entry.reportedAmount();
        penalty.reportedCurrency = entry.reportedCurrency();
        penalty.decided = entry.decided();
        penalty.announced = entry.announced();
        penalty.periodFrom = entry.periodFrom();
        penalty.periodTo = entry.periodTo();
        penalty.penaltyCount = entry.count();
        penalty.legalBasis = Lists.of(entry.legalBasis());
        penalty.category.addAll(Lists.of(entry.categories()));
        penalty.notice = entry.notice();
        penalty.summary = entry.summary();
        keys.cite(penalty, entry.cites());
        penalties.persist(penalty);
    }

    private void write(Entries.SurveyEntry entry, SourceKeys keys) {
        Survey survey = new Survey();
        survey.id = Ids.derive("sur", String.join("|", entry.regulator(), entry.periodFrom().toString(),
                entry.periodTo().toString(), entry.checked().toString()));
        survey.regulator = entry.regulator();
        survey.periodFrom = entry.periodFrom();
        survey.periodTo = entry.periodTo();
        survey.extent = entry.extent();
        survey.knownNotices = entry.knownNotices();
        survey.checked = entry.checked();
        survey.note = entry.note();
        keys.cite(survey, entry.cites());
        surveys.persist(survey);
    }

    private void write(Entries.StatementEntry entry, SourceKeys keys, Identities identities) {
        Operator operator = save(identities.operator(entry.operator()), entry.cites(), keys);
        Statement statement = new Statement();
        statement.id = Ids.derive("stm", String.join("|", operator.id, entry.made().toString(), String.valueOf(entry.about())));
        statement.operator = operator.id;
        statement.app = entry.app() == null ? null
                : save(identities.app(AppKind.APP, entry.app(), operator), entry.cites(), keys).id;
        if (entry.about() != null) {
            boolean isPenalty = penalties.findById(penaltyId(entry.about())) != null;
            statement.penalty = isPenalty ? penaltyId(entry.about()) : null;
            statement.notice = isPenalty ? null : entry.about();
        }
        statement.made = entry.made();
        statement.summary = entry.summary();
        statement.points = Lists.of(entry.points());
        keys.cite(statement, entry.cites());
        statements.persist(statement);
    }

    private void write(Entries.ObservationEntry entry, SourceKeys keys, Identities identities) {
        App app = save(identities.app(AppKind.APP, entry.app(), null), entry.cites(), keys);
        Listing listing = listing(app.id, entry.store());
        List<Entries.Cite> cites = entry.cites();
        listing.happened(new ListingEvent(entry.event(), entry.date(), entry.cause(), entry.notice(),
                keys.id(cites.get(0).source()), entry.note()));
        keys.cite(listing, cites);
        listings.persist(listing);
        app.consider(listing.status.asAppStatus(), listing.since, null, listing.id);
    }

    private void write(Entries.CorrectionEntry entry, SourceKeys keys) {
        Correction correction = new Correction();
        correction.id = Ids.derive("cor", Correction.identity(entry.collection(), entry.record(), entry.field(),
                entry.claim(), entry.filed()));
        correction.collection = entry.collection();
        correction.record = entry.record();
        correction.field = entry.field();
        correction.claim = entry.claim();
        correction.proposed = entry.proposed();
        correction.filedAs = entry.filedAs();
        correction.filed = entry.filed();
        correction.due = entry.due();
        correction.state = entry.state();
        correction.outcome = entry.outcome();
        correction.settled = entry.settled();
        keys.cite(correction, entry.cites());
        corrections.persist(correction);
    }

    private Listing listing(String app, String store) {
        String id = Listing.idOf(app, store);
        return listings.findByIdOptional(id).orElseGet(() -> {
            Listing listing = new Listing();
            listing.id = id;
            listing.app = app;
            listing.store = store;
            return listing;
        });
    }

    private static String penaltyId(String key) {
        return Ids.derive("pen", key);
    }
}
