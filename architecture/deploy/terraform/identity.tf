# Who may do what, wholly. A workload is a managed identity; Kubernetes's own tokens stand for it; there is no password of Azure's.
locals {
  workloads = {
    service  = "system:serviceaccount:facet:facet"
    gateway  = "system:serviceaccount:gateways:gateway"
    mlflow   = "system:serviceaccount:mlflow:mlflow"
    sign-in  = "system:serviceaccount:mlflow:sign-in"
    keda     = "system:serviceaccount:kube-system:keda-operator"
    starter  = "system:serviceaccount:retraining:starter"
    training = ""
    cluster  = ""
  }
  queue  = "${azurerm_storage_account.facet.id}/queueServices/default/queues/${azurerm_storage_queue.new_files.name}"
  secret = { for name in concat(local.secret_names, ["gateway"]) : name => "${azurerm_key_vault.facet.id}/secrets/${name}" }
  roles = {
    "service reads models"            = { who = "service", role = "Storage Blob Data Reader", on = azurerm_storage_container.facet["mlflow"].id }
    "service reads its database"      = { who = "service", role = "Key Vault Secrets User", on = local.secret["facet-database"] }
    "service reads its pepper"        = { who = "service", role = "Key Vault Secrets User", on = local.secret["facet-key-pepper"] }
    "gateways read their certificate" = { who = "gateway", role = "Key Vault Secrets User", on = local.secret["gateway"] }
    "mlflow keeps artifacts"          = { who = "mlflow", role = "Storage Blob Data Contributor", on = azurerm_storage_container.facet["mlflow"].id }
    "mlflow reads its database"       = { who = "mlflow", role = "Key Vault Secrets User", on = local.secret["mlflow-database"] }
    "sign-in reads its cookie secret" = { who = "sign-in", role = "Key Vault Secrets User", on = local.secret["mlflow-cookie-secret"] }
    "scaling reads metrics"           = { who = "keda", role = "Monitoring Data Reader", on = azurerm_monitor_workspace.facet.id }
    "scaling reads the queue"         = { who = "keda", role = "Storage Queue Data Reader", on = local.queue }
    "starter takes messages"          = { who = "starter", role = "Storage Queue Data Message Processor", on = local.queue }
    "starter starts jobs"             = { who = "starter", role = "AzureML Data Scientist", on = azurerm_machine_learning_workspace.facet.id }
    "training takes files"            = { who = "training", role = "Storage Blob Data Contributor", on = azurerm_storage_container.facet["incoming"].id }
    "training keeps its set"          = { who = "training", role = "Storage Blob Data Contributor", on = azurerm_storage_container.facet["training-set"].id }
    "training writes models"          = { who = "training", role = "Storage Blob Data Contributor", on = azurerm_storage_container.facet["mlflow"].id }
    "training pulls its image"        = { who = "training", role = "AcrPull", on = var.image_registry_id }
  }
  # People by group, CI by its federated identity; security.md says of each how it is entered. Before the first apply the platform's
  # team gives CI `Contributor` and `Role Based Access Control Administrator` on the subscription: nobody can give them to himself.
  people = {
    "ci writes secrets"          = { who = var.ci_principal_id, role = "Key Vault Secrets Officer", on = azurerm_key_vault.facet.id }
    "ci brings the certificate"  = { who = var.ci_principal_id, role = "Key Vault Certificates Officer", on = azurerm_key_vault.facet.id }
    "ci applies manifests"       = { who = var.ci_principal_id, role = "Azure Kubernetes Service RBAC Cluster Admin", on = azurerm_kubernetes_cluster.facet.id }
    "ci opens the cluster"       = { who = var.ci_principal_id, role = "Azure Kubernetes Service Cluster User Role", on = azurerm_kubernetes_cluster.facet.id }
    "ci pushes images"           = { who = var.ci_principal_id, role = "AcrPush", on = var.image_registry_id }
    "ci registers environments"  = { who = var.ci_principal_id, role = "AzureML Data Scientist", on = azurerm_machine_learning_workspace.facet.id }
    "ci brings dashboards"       = { who = var.ci_principal_id, role = "Grafana Editor", on = azurerm_dashboard_grafana.facet.id }
    "operators open the cluster" = { who = var.admin_group_id, role = "Azure Kubernetes Service Cluster User Role", on = azurerm_kubernetes_cluster.facet.id }
    "operators rotate secrets"   = { who = var.admin_group_id, role = "Key Vault Secrets Officer", on = azurerm_key_vault.facet.id }
    "operators mend the rest"    = { who = var.admin_group_id, role = "Contributor", on = azurerm_resource_group.facet.id }
    "operators see dashboards"   = { who = var.admin_group_id, role = "Grafana Viewer", on = azurerm_dashboard_grafana.facet.id }
    "scientists start jobs"      = { who = var.scientist_group_id, role = "AzureML Data Scientist", on = azurerm_machine_learning_workspace.facet.id }
    "scientists see dashboards"  = { who = var.scientist_group_id, role = "Grafana Viewer", on = azurerm_dashboard_grafana.facet.id }
    "experts bring files"        = { who = var.expert_group_id, role = "Storage Blob Data Contributor", on = azurerm_storage_container.facet["incoming"].id }
    "dashboards read metrics"    = { who = azurerm_dashboard_grafana.facet.identity[0].principal_id, role = "Monitoring Data Reader", on = azurerm_monitor_workspace.facet.id }
    "events come into the queue" = { who = azurerm_eventgrid_system_topic.blobs.identity[0].principal_id, role = "Storage Queue Data Message Sender", on = local.queue }
    "nodes pull images"          = { who = azurerm_kubernetes_cluster.facet.kubelet_identity[0].object_id, role = "AcrPull", on = var.image_registry_id }
  }
}

resource "azurerm_user_assigned_identity" "facet" {
  for_each            = local.workloads
  name                = "facet-${each.key}"
  resource_group_name = azurerm_resource_group.facet.name
  location            = var.location
  tags                = local.tags
}

resource "azurerm_federated_identity_credential" "facet" {
  for_each            = { for name, subject in local.workloads : name => subject if subject != "" }
  name                = each.key
  resource_group_name = azurerm_resource_group.facet.name
  parent_id           = azurerm_user_assigned_identity.facet[each.key].id
  audience            = ["api://AzureADTokenExchange"]
  issuer              = azurerm_kubernetes_cluster.facet.oidc_issuer_url
  subject             = each.value
}

resource "azurerm_role_assignment" "facet" {
  for_each             = local.roles
  scope                = each.value.on
  role_definition_name = each.value.role
  principal_id         = azurerm_user_assigned_identity.facet[each.value.who].principal_id
}

resource "azurerm_role_assignment" "people" {
  for_each             = local.people
  scope                = each.value.on
  role_definition_name = each.value.role
  principal_id         = each.value.who
}

# The cluster puts its load balancers and Front Door's Private Link service into a subnet that is not its own.
resource "azurerm_role_assignment" "cluster" {
  scope                = azurerm_virtual_network.facet.id
  role_definition_name = "Network Contributor"
  principal_id         = azurerm_user_assigned_identity.facet["cluster"].principal_id
}
