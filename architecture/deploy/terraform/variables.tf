variable "environment" {
  type        = string
  description = "dev, staging or production"
  validation {
    condition     = contains(["dev", "staging", "production"], var.environment)
    error_message = "One of dev, staging, production."
  }
}

variable "location" {
  type        = string
  description = "Azure region of the stamp; it must have three availability zones. One region: names don't contain it (decisions/08)"
  default     = "westeurope"
}

variable "address_space" {
  type        = string
  description = "A /16 that no other stamp has"
  default     = "10.20.0.0/16"
}

variable "zone_redundant" {
  type        = bool
  description = "Database with a standby in another zone, storage in three zones"
}

variable "node_size" {
  type    = string
  default = "Standard_D4ads_v5"
}

variable "node_count" {
  type        = object({ min = number, max = number })
  description = "Nodes for the service; capacity/capacity.md says how many"
}

variable "database_sku" {
  type    = string
  default = "GP_Standard_D2ds_v5"
}

variable "database_storage_mb" {
  type    = number
  default = 131072
}

variable "api_host" {
  type        = string
  description = "The name by which businesses know the API"
}

variable "open" {
  type        = bool
  description = "Front Door leads in. Not before the public gateway is applied, which makes the Private Link service"
  default     = false
}

variable "house_networks" {
  type        = list(string)
  description = "Where the house's people sit, once its network is peered or joined by VPN: they reach the web app, MLflow's pages and Blob storage"
  default     = []
}

variable "image_registry_id" {
  type        = string
  description = "Resource id of the one container registry of all environments (images.tf of the platform)"
}

variable "admin_group_id" {
  type        = string
  description = "Entra ID group that may administer the cluster, through Privileged Identity Management"
}

variable "scientist_group_id" {
  type        = string
  description = "Entra ID group of the data scientists"
}

variable "expert_group_id" {
  type        = string
  description = "Entra ID group that may put files of appraisals into `incoming`"
}

variable "ci_principal_id" {
  type        = string
  description = "Object id of the identity by which CI applies this environment, federated with the repository's environment"
}

variable "sign_in_client_id" {
  type        = string
  description = "App registration by which people sign in to MLflow's pages; its redirect and its federated credential are the platform team's"
}

variable "pager_url" {
  type        = string
  description = "Webhook of whatever wakes the person on call"
  sensitive   = true
}

variable "ticket_email" {
  type = string
}

variable "log_gb_a_day" {
  type        = number
  description = "Cap of Log Analytics"
}

variable "monthly_budget_eur" {
  type        = number
  description = "capacity/cost.md, plus a fifth"
}
