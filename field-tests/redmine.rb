# Fills a Redmine through its own models: people, projects, tickets with histories, watchers, custom fields.
# Run by field-tests/redmine; the same seed makes the same data.
random = Random.new(7)
ActiveRecord::Base.logger = nil
Setting.notified_events = []
ActionMailer::Base.perform_deliveries = false
User.current = User.find_by_login('admin')

given = %w[Anna Björn Chloé Дмитрий Emma Finn Gülşen Hugo Ingrid João Katja Łukasz Maria Nuno Olga Petra]
family = %w[Müller García Иванова Østergaard Çelik Nowak Rossi Smith Dupont Jansen]
users = (1..120).map do |i|
  user = User.new(firstname: given[i % given.size], lastname: "#{family[i % family.size]} #{i}",
                  mail: "#{i.odd? ? 'Person' : 'person'}#{i}@example.com", language: 'en')
  user.login = "person#{i}"
  user.status = i % 17 == 0 ? User::STATUS_LOCKED : User::STATUS_ACTIVE
  user.random_password
  user.save!
  user
end
field = IssueCustomField.create!(name: 'Customer number', field_format: 'string', is_for_all: true,
                                 trackers: Tracker.all, visible: true)
projects = (1..6).map do |i|
  project = Project.new(name: "Support #{i}", identifier: "support-#{i}", trackers: Tracker.all)
  project.save!
  role = Role.givable.first
  users.each_slice(6).map { |slice| slice[i - 1] }.compact.each { |user| Member.create!(project: project, principal: user, roles: [role]) }
  project
end
statuses = IssueStatus.all.to_a
priorities = IssuePriority.all.to_a
tickets = Integer(ENV.fetch('TICKETS', '1500'))
(1..tickets).each do |i|
  project = projects[i % projects.size]
  issue = Issue.new(project: project, tracker: project.trackers[i % project.trackers.size],
                    author: users[random.rand(users.size)], priority: priorities[random.rand(priorities.size)],
                    subject: "Ticket #{i}: #{%w[printer invoice login Passwort счёт contrat][i % 6]} does not work",
                    description: i % 23 == 0 ? '' : "Hello,\r\n\r\nit fails with <b>error #{random.rand(900)}</b>.\r\nThanks")
  issue.custom_field_values = { field.id.to_s => (i % 5 == 0 ? '' : format('%05d', i % 400)) }
  issue.save!(validate: false)
  random.rand(3).times do
    issue = Issue.find(issue.id)
    issue.init_journal(users[random.rand(users.size)], "Note #{random.rand(1000)} on ticket #{i}")
    issue.status = statuses[random.rand(statuses.size)]
    issue.save!(validate: false)
  end
  issue.add_watcher(users[i % users.size]) if i % 4 == 0 && users[i % users.size].active?
  TimeEntry.new(project: project, issue: issue, user: users[i % users.size], author: users[i % users.size], hours: 0.5,
                activity: TimeEntryActivity.first, spent_on: Date.new(2026, 1, 1) + i % 200).save!(validate: false) if i % 3 == 0
end
Setting.rest_api_enabled = '1'
User.current.api_key
puts "#{User.count} users, #{Issue.count} tickets, #{Journal.count} notes, #{TimeEntry.count} times"
